/**
 * How a quantity looks: themes, typefaces, colour maps, and pictures drawn from the observables of a run.
 *
 * <p>A {@link org.separatrix.viz.Picture} is a pure drawing at a size; what is seen on screen, in a PNG file and in a
 * vector file comes from the same lines. Nothing here knows JavaFX: {@link org.separatrix.viz.screen} brings pictures
 * to the window.
 */
package org.separatrix.viz;
