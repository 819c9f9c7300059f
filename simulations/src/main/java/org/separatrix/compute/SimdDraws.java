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
    private final double[] turn = new double[CHUNK];
    private final double[] cosine = new double[CHUNK];

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

    /** x = ln x. */
    private static void log(double[] x, int size) {
        for (int i = 0; i < size; i += LANES) {
            LongVector shifted =
                    DoubleVector.fromArray(DOUBLES, x, i).reinterpretAsLongs().sub(Elementary.ROOT_HALF_BITS);
            // A small signed number by way of the last bits of a large one, which every vector unit can do.
            DoubleVector exponent = shifted.lanewise(VectorOperators.ASHR, Elementary.MANTISSA_BITS)
                    .add(Double.doubleToRawLongBits(Elementary.ROUNDER))
                    .reinterpretAsDoubles()
                    .sub(Elementary.ROUNDER);
            DoubleVector m = shifted.and(Elementary.MANTISSA)
                    .add(Elementary.ROOT_HALF_BITS)
                    .reinterpretAsDoubles();
            DoubleVector f = m.sub(1);
            DoubleVector s = f.div(m.add(1));
            DoubleVector s2 = s.mul(s);
            DoubleVector series = DoubleVector.broadcast(DOUBLES, Elementary.LOGARITHM[0]);
            for (int k = 1; k < Elementary.LOGARITHM.length; k++) series = fma(series, s2, Elementary.LOGARITHM[k]);
            DoubleVector correction = s.mul(f.sub(s2.mul(series)));
            exponent.fma(
                            DoubleVector.broadcast(DOUBLES, Elementary.LN2_HIGH),
                            f.sub(correction.sub(exponent.mul(Elementary.LN2_LOW))))
                    .intoArray(x, i);
        }
    }

    /** x = e^x. */
    private static void exp(double[] x, int size) {
        for (int i = 0; i < size; i += LANES) {
            DoubleVector t = DoubleVector.fromArray(DOUBLES, x, i)
                    .min(Elementary.LARGEST_EXPONENT)
                    .max(-Elementary.LARGEST_EXPONENT);
            DoubleVector shifted = fma(t, DoubleVector.broadcast(DOUBLES, Elementary.LOG2_E), Elementary.ROUNDER);
            DoubleVector n = shifted.sub(Elementary.ROUNDER);
            DoubleVector r = n.fma(DoubleVector.broadcast(DOUBLES, -Elementary.LN2_HIGH), t);
            r = n.fma(DoubleVector.broadcast(DOUBLES, -Elementary.LN2_LOW), r);
            DoubleVector series = DoubleVector.broadcast(DOUBLES, Elementary.EXPONENTIAL[0]);
            for (int k = 1; k < Elementary.EXPONENTIAL.length; k++) series = fma(series, r, Elementary.EXPONENTIAL[k]);
            series = series.mul(r).fma(r, r);
            DoubleVector power = shifted.reinterpretAsLongs()
                    .lanewise(VectorOperators.LSHL, Elementary.MANTISSA_BITS)
                    .add(Elementary.ONE_BITS)
                    .reinterpretAsDoubles();
            series.fma(power, power).intoArray(x, i);
        }
    }

    /** cosine and sine of 2 pi turn; the sine may overwrite the turn. */
    private static void circle(double[] turn, int size, double[] cosine, double[] sine) {
        for (int i = 0; i < size; i += LANES) {
            DoubleVector t = DoubleVector.fromArray(DOUBLES, turn, i);
            DoubleVector shifted = fma(t, DoubleVector.broadcast(DOUBLES, 4), Elementary.ROUNDER);
            DoubleVector x = shifted.sub(Elementary.ROUNDER)
                    .fma(DoubleVector.broadcast(DOUBLES, -.25), t)
                    .mul(2 * Math.PI);
            DoubleVector x2 = x.mul(x);
            DoubleVector odd = DoubleVector.broadcast(DOUBLES, Elementary.SINE[0]);
            DoubleVector even = DoubleVector.broadcast(DOUBLES, Elementary.COSINE[0]);
            for (int k = 1; k < Elementary.SINE.length; k++) {
                odd = fma(odd, x2, Elementary.SINE[k]);
                even = fma(even, x2, Elementary.COSINE[k]);
            }
            odd = odd.mul(x2).fma(x, x);
            even = fma(even, x2, 1);
            LongVector quarter = shifted.reinterpretAsLongs();
            VectorMask<Double> swapped =
                    quarter.and(1).compare(VectorOperators.NE, 0).cast(DOUBLES);
            signed(even.blend(odd, swapped), quarter.add(1)).intoArray(cosine, i);
            signed(odd.blend(even, swapped), quarter).intoArray(sine, i);
        }
    }

    /** With the sign that bit 1 of a quarter's number tells. */
    private static DoubleVector signed(DoubleVector x, LongVector quarter) {
        return quarter.and(2)
                .lanewise(VectorOperators.LSHL, 62)
                .lanewise(VectorOperators.XOR, x.reinterpretAsLongs())
                .reinterpretAsDoubles();
    }

    private static void coarse(long[] words, int size, double[] out) {
        for (int i = 0; i < size; i += LANES)
            coarse(LongVector.fromArray(LONGS, words, i)).intoArray(out, i);
    }

    /** radius = sqrt(-2 ln u) from words. */
    private void radii(long[] words, int size) {
        coarse(words, size, radius);
        log(radius, size);
        for (int i = 0; i < size; i++) radius[i] = Math.sqrt(-2 * radius[i]);
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
                coarse(LongVector.fromArray(LONGS, w2, i)).intoArray(third, from + i, inside);
                coarse(LongVector.fromArray(LONGS, w3, i)).intoArray(fourth, from + i, inside);
            }
        }
    }

    @Override
    public void normals(Place place, long[] particles, int count, double[] x, double[] y, double[] z) {
        for (int from = 0; from < count; from += CHUNK) {
            int size = Math.min(CHUNK, count - from);
            words(place, particles, from, size);
            radii(w0, size);
            coarse(w1, size, turn);
            circle(turn, size, cosine, turn);
            for (int i = 0; i < size; i++) {
                x[from + i] = radius[i] * cosine[i];
                y[from + i] = radius[i] * turn[i];
            }
            radii(w2, size);
            coarse(w3, size, turn);
            circle(turn, size, cosine, turn);
            for (int i = 0; i < size; i++) z[from + i] = radius[i] * cosine[i];
        }
    }

    @Override
    public void directions(double[] u, double[] t, int count, double[] x, double[] y, double[] z) {
        for (int from = 0; from < count; from += CHUNK) {
            int size = Math.min(CHUNK, count - from);
            System.arraycopy(t, from, turn, 0, size);
            circle(turn, size, cosine, turn);
            for (int i = 0; i < size; i++) {
                double height = Math.fma(2, u[from + i], -1);
                double r = Math.sqrt(Math.max(0, Math.fma(-height, height, 1)));
                x[from + i] = r * cosine[i];
                y[from + i] = r * turn[i];
                z[from + i] = height;
            }
        }
    }

    @Override
    public void power(double[] x, double exponent, double factor, int count, double[] out) {
        for (int from = 0; from < count; from += CHUNK) {
            int size = Math.min(CHUNK, count - from);
            System.arraycopy(x, from, radius, 0, size);
            log(radius, size);
            for (int i = 0; i < size; i++) radius[i] *= exponent;
            exp(radius, size);
            for (int i = 0; i < size; i++) out[from + i] = factor * radius[i];
        }
    }
}
