package org.separatrix.compute;

/** Plain loops: the specification of the vector kernels. */
final class ScalarDraws implements Draws {
    @Override
    public void uniforms(Place place, long[] particles, int count, double[] fine, double[] third, double[] fourth) {
        for (int i = 0; i < count; i++) {
            CounterDraw words = CounterDraw.at(place.seed(), particles[i], place.step(), place.draw(), place.purpose());
            fine[i] = words.fine();
            third[i] = words.third();
            fourth[i] = words.fourth();
        }
    }

    @Override
    public void normals(Place place, long[] particles, int count, double[] x, double[] y, double[] z) {
        for (int i = 0; i < count; i++) {
            CounterDraw words = CounterDraw.at(place.seed(), particles[i], place.step(), place.draw(), place.purpose());
            double r = radius(words.first());
            double t = words.second();
            x[i] = r * Elementary.cosTurn(t);
            y[i] = r * Elementary.sinTurn(t);
            z[i] = radius(words.third()) * Elementary.cosTurn(words.fourth());
        }
    }

    static double radius(double u) {
        return Math.sqrt(-2 * Elementary.log(u));
    }

    @Override
    public void directions(double[] u, double[] t, int count, double[] x, double[] y, double[] z) {
        for (int i = 0; i < count; i++) {
            double height = Math.fma(2, u[i], -1);
            double r = Math.sqrt(Math.max(0, Math.fma(-height, height, 1)));
            x[i] = r * Elementary.cosTurn(t[i]);
            y[i] = r * Elementary.sinTurn(t[i]);
            z[i] = height;
        }
    }

    @Override
    public void power(double[] x, double exponent, double factor, int count, double[] out) {
        for (int i = 0; i < count; i++) out[i] = factor * Elementary.power(x[i], exponent);
    }
}
