package org.separatrix.compute;

import static org.separatrix.compute.SimdKernels.DOUBLES;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * A particle a lane, through jdk.incubator.vector: this class must not be touched where that module is absent.
 *
 * <p>Lane by lane the operations are those of {@link CounterDraw} and {@link Elementary}, and so are the bits. The
 * rounds of a block pass over arrays in the nearest cache one after the other: loops so short that the compiler keeps
 * their vectors in registers.
 */
final class SimdDraws implements Draws {
    private static final VectorSpecies<Long> LONGS = VectorSpecies.of(long.class, DOUBLES.vectorShape());
    private static final int LANES = DOUBLES.length();

    /** Particles in one pass; a multiple of every vector's length. */
    private static final int CHUNK = 256;

    /** The bits of 2^52 and 2^84: with a word in the last bits they hold its value in the last or middle digits. */
    private static final long TWO_52 = 0x4330000000000000L;

    private static final long TWO_84 = 0x4530000000000000L;

    private final long[] w0 = new long[CHUNK];
    private final long[] w1 = new long[CHUNK];
    private final long[] w2 = new long[CHUNK];
    private final long[] w3 = new long[CHUNK];
    private final double[] radius = new double[CHUNK];

    /** Writes the four words of each particle from {@code from} on. */
    private void words(Place place, long[] particles, int from, int count) {
        for (int i = 0; i < count; i++) w0[i] = particles[from + i] & Philox.WORD;
        Arrays.fill(w1, 0, count, place.step() & Philox.WORD);
        Arrays.fill(w2, 0, count, place.draw() & Philox.WORD);
        Arrays.fill(w3, 0, count, place.purpose() & Philox.WORD);
        int k0 = (int) place.seed();
        int k1 = (int) (place.seed() >>> 32);
        for (int round = 0; round < Philox.ROUNDS; round++) {
            round(k0 & Philox.WORD, k1 & Philox.WORD, count);
            k0 += Philox.WEYL_0;
            k1 += Philox.WEYL_1;
        }
    }

    private void round(long k0, long k1, int count) {
        for (int i = 0; i < count; i += LANES) {
            LongVector product0 = LongVector.fromArray(LONGS, w0, i).mul(Philox.MULTIPLIER_0);
            LongVector product1 = LongVector.fromArray(LONGS, w2, i).mul(Philox.MULTIPLIER_1);
            LongVector c1 = LongVector.fromArray(LONGS, w1, i);
            LongVector c3 = LongVector.fromArray(LONGS, w3, i);
            product1.lanewise(VectorOperators.LSHR, 32)
                    .lanewise(VectorOperators.XOR, c1)
                    .lanewise(VectorOperators.XOR, k0)
                    .intoArray(w0, i);
            product1.and(Philox.WORD).intoArray(w1, i);
            product0.lanewise(VectorOperators.LSHR, 32)
                    .lanewise(VectorOperators.XOR, c3)
                    .lanewise(VectorOperators.XOR, k1)
                    .intoArray(w2, i);
            product0.and(Philox.WORD).intoArray(w3, i);
        }
    }

    private static DoubleVector coarse(long[] words, int i) {
        return coarse(LongVector.fromArray(LONGS, words, i));
    }

    private static DoubleVector coarse(LongVector word) {
        return word.or(TWO_52).reinterpretAsDoubles().sub(0x1p52).add(.5).mul(0x1p-32);
    }

    private static DoubleVector fine(LongVector w0, LongVector w1) {
        LongVector bits = w0.lanewise(VectorOperators.LSHL, 32).or(w1).lanewise(VectorOperators.LSHR, 11);
        DoubleVector high = bits.lanewise(VectorOperators.LSHR, 32)
                .or(TWO_84)
                .reinterpretAsDoubles()
                .sub(0x1p84 + 0x1p52);
        return bits.and(Philox.WORD)
                .or(TWO_52)
                .reinterpretAsDoubles()
                .add(high)
                .add(.5)
                .mul(0x1p-53);
    }

    private static DoubleVector fma(DoubleVector a, DoubleVector b, double c) {
        return a.fma(b, DoubleVector.broadcast(DOUBLES, c));
    }

    private static DoubleVector horner(double[] coefficients, DoubleVector x) {
        DoubleVector sum = DoubleVector.broadcast(DOUBLES, coefficients[0]);
        for (int i = 1; i < coefficients.length; i++) sum = fma(sum, x, coefficients[i]);
        return sum;
    }

    private static DoubleVector log(DoubleVector x) {
        LongVector shifted = x.reinterpretAsLongs().sub(Elementary.ROOT_HALF_BITS);
        // A small signed number by way of the last bits of a large one, which every vector unit can do.
        DoubleVector exponent = shifted.lanewise(VectorOperators.ASHR, Elementary.MANTISSA_BITS)
                .add(Double.doubleToRawLongBits(Elementary.ROUNDER))
                .reinterpretAsDoubles()
                .sub(Elementary.ROUNDER);
        DoubleVector m =
                shifted.and(Elementary.MANTISSA).add(Elementary.ROOT_HALF_BITS).reinterpretAsDoubles();
        DoubleVector f = m.sub(1);
        DoubleVector s = f.div(m.add(1));
        DoubleVector s2 = s.mul(s);
        DoubleVector tail = s2.mul(horner(Elementary.LOGARITHM, s2));
        DoubleVector correction = s.mul(f.sub(tail));
        return exponent.fma(
                DoubleVector.broadcast(DOUBLES, Elementary.LN2_HIGH),
                f.sub(correction.sub(exponent.mul(Elementary.LN2_LOW))));
    }

    private static DoubleVector exp(DoubleVector x) {
        DoubleVector t = x.min(Elementary.LARGEST_EXPONENT).max(-Elementary.LARGEST_EXPONENT);
        DoubleVector shifted = fma(t, DoubleVector.broadcast(DOUBLES, Elementary.LOG2_E), Elementary.ROUNDER);
        DoubleVector n = shifted.sub(Elementary.ROUNDER);
        DoubleVector r = n.fma(DoubleVector.broadcast(DOUBLES, -Elementary.LN2_HIGH), t);
        r = n.fma(DoubleVector.broadcast(DOUBLES, -Elementary.LN2_LOW), r);
        DoubleVector series = horner(Elementary.EXPONENTIAL, r).mul(r).fma(r, r);
        DoubleVector power = shifted.reinterpretAsLongs()
                .lanewise(VectorOperators.LSHL, Elementary.MANTISSA_BITS)
                .add(Elementary.ONE_BITS)
                .reinterpretAsDoubles();
        return series.fma(power, power);
    }

    private static DoubleVector shifted(DoubleVector turn) {
        return fma(turn, DoubleVector.broadcast(DOUBLES, 4), Elementary.ROUNDER);
    }

    private static DoubleVector angle(DoubleVector turn, DoubleVector shifted) {
        return shifted.sub(Elementary.ROUNDER)
                .fma(DoubleVector.broadcast(DOUBLES, -.25), turn)
                .mul(2 * Math.PI);
    }

    private static DoubleVector sine(DoubleVector x) {
        DoubleVector x2 = x.mul(x);
        return horner(Elementary.SINE, x2).mul(x2).fma(x, x);
    }

    private static DoubleVector cosine(DoubleVector x) {
        DoubleVector x2 = x.mul(x);
        return fma(horner(Elementary.COSINE, x2), x2, 1);
    }

    /** In odd quarters the second, else the first; with the sign that bit 1 of {@code quarter + turn} tells. */
    private static DoubleVector chosen(DoubleVector even, DoubleVector odd, LongVector quarter, int turn) {
        VectorMask<Double> swapped =
                quarter.and(1).compare(VectorOperators.NE, 0).cast(DOUBLES);
        LongVector sign = quarter.add(turn).and(2).lanewise(VectorOperators.LSHL, 62);
        return even.blend(odd, swapped)
                .reinterpretAsLongs()
                .lanewise(VectorOperators.XOR, sign)
                .reinterpretAsDoubles();
    }

    private static DoubleVector cosTurn(DoubleVector turn) {
        DoubleVector shifted = shifted(turn);
        DoubleVector x = angle(turn, shifted);
        return chosen(cosine(x), sine(x), shifted.reinterpretAsLongs(), 1);
    }

    /** radius = sqrt(-2 ln u) from words. */
    private void radii(long[] words, int size) {
        for (int i = 0; i < size; i += LANES)
            log(coarse(words, i)).mul(-2).lanewise(VectorOperators.SQRT).intoArray(radius, i);
    }

    @Override
    public void uniforms(Place place, long[] particles, int count, double[] fine, double[] third, double[] fourth) {
        for (int from = 0; from < count; from += CHUNK) {
            int size = Math.min(CHUNK, count - from);
            words(place, particles, from, size);
            for (int i = 0; i < size; i += LANES) {
                VectorMask<Double> inside = DOUBLES.indexInRange(i, size);
                fine(LongVector.fromArray(LONGS, w0, i), LongVector.fromArray(LONGS, w1, i))
                        .intoArray(fine, from + i, inside);
                coarse(w2, i).intoArray(third, from + i, inside);
                coarse(w3, i).intoArray(fourth, from + i, inside);
            }
        }
    }

    @Override
    public void normals(Place place, long[] particles, int count, double[] x, double[] y, double[] z) {
        for (int from = 0; from < count; from += CHUNK) {
            int size = Math.min(CHUNK, count - from);
            words(place, particles, from, size);
            radii(w0, size);
            pairs(size, from, x, y);
            radii(w2, size);
            singles(size, from, z);
        }
    }

    /** (x, y) = sqrt(-2 ln u) (cos, sin) 2 pi t, from words 0 and 1. */
    private void pairs(int size, int from, double[] x, double[] y) {
        for (int i = 0; i < size; i += LANES) {
            VectorMask<Double> inside = DOUBLES.indexInRange(i, size);
            DoubleVector r = DoubleVector.fromArray(DOUBLES, radius, i);
            DoubleVector turn = coarse(w1, i);
            DoubleVector shifted = shifted(turn);
            DoubleVector angle = angle(turn, shifted);
            DoubleVector sine = sine(angle);
            DoubleVector cosine = cosine(angle);
            LongVector quarter = shifted.reinterpretAsLongs();
            r.mul(chosen(cosine, sine, quarter, 1)).intoArray(x, from + i, inside);
            r.mul(chosen(sine, cosine, quarter, 0)).intoArray(y, from + i, inside);
        }
    }

    /** z = sqrt(-2 ln u) cos 2 pi t, from words 2 and 3. */
    private void singles(int size, int from, double[] z) {
        for (int i = 0; i < size; i += LANES) {
            VectorMask<Double> inside = DOUBLES.indexInRange(i, size);
            cosTurn(coarse(w3, i))
                    .mul(DoubleVector.fromArray(DOUBLES, radius, i))
                    .intoArray(z, from + i, inside);
        }
    }

    @Override
    public void directions(double[] u, double[] t, int count, double[] x, double[] y, double[] z) {
        for (int i = 0; i < count; i += LANES) {
            VectorMask<Double> inside = DOUBLES.indexInRange(i, count);
            DoubleVector turn = DoubleVector.fromArray(DOUBLES, t, i, inside);
            DoubleVector height =
                    fma(DoubleVector.fromArray(DOUBLES, u, i, inside), DoubleVector.broadcast(DOUBLES, 2), -1);
            DoubleVector r = fma(height.neg(), height, 1).max(0).lanewise(VectorOperators.SQRT);
            DoubleVector shifted = shifted(turn);
            DoubleVector angle = angle(turn, shifted);
            DoubleVector sine = sine(angle);
            DoubleVector cosine = cosine(angle);
            LongVector quarter = shifted.reinterpretAsLongs();
            r.mul(chosen(cosine, sine, quarter, 1)).intoArray(x, i, inside);
            r.mul(chosen(sine, cosine, quarter, 0)).intoArray(y, i, inside);
            height.intoArray(z, i, inside);
        }
    }

    @Override
    public void power(double[] x, double exponent, double factor, int count, double[] out) {
        for (int i = 0; i < count; i += LANES) {
            VectorMask<Double> inside = DOUBLES.indexInRange(i, count);
            exp(log(DoubleVector.fromArray(DOUBLES, x, i, inside)).mul(exponent))
                    .mul(factor)
                    .intoArray(out, i, inside);
        }
    }
}
