/**
 * The theory of iterative water-filling: the game, its best responses, conditions under which the dynamics converge, and
 * what its equilibria are worth.
 *
 * <p>Conventions of the whole package: {@code K} users, each a transmitter and its receiver, share {@code N} tones. In
 * arrays the receiver {@code k} comes first, then the transmitter {@code j}, then the tone {@code n}, which runs fastest;
 * all count from 0. A user's powers over the tones add up to its budget. The <em>floor</em> of a user is noise plus
 * interference, divided by the user's own gain: {@code c_k(n) = w_k(n) + sum over j of a_kj(n) p_j(n)}; its best response
 * pours its budget onto the floor as water. Rates are in bits per multicarrier symbol, summed over the tones. A user
 * without a budget is away: it sends nothing and no condition speaks of it.
 */
package org.separatrix.labs.waterfilling.theory;
