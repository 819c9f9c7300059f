package org.separatrix.labs.grokking;

import org.separatrix.lab.Choice;

/** What a neuron makes of its input h. */
enum Activation implements Choice {
    /** h + (eps/2) h&sup2;. */
    QUADRATIC("h + ε h²/2") {
        @Override
        double value(double h, double eps) {
            return h + eps / 2 * h * h;
        }

        @Override
        double slope(double h, double value, double eps) {
            return 1 + eps * h;
        }
    },
    /** erf(h/sqrt 2). */
    ERF("erf") {
        @Override
        double value(double h, double eps) {
            return ErrorFunction.value(h * Math.sqrt(0.5));
        }

        @Override
        double slope(double h, double value, double eps) {
            return Math.sqrt(2 / Math.PI) * Math.exp(-h * h / 2);
        }
    },
    /** The hyperbolic tangent. */
    TANH("tanh") {
        @Override
        double value(double h, double eps) {
            return Math.tanh(h);
        }

        @Override
        double slope(double h, double value, double eps) {
            return 1 - value * value;
        }
    },
    /** max(h, 0), with slope 0 at 0. */
    RELU("ReLU") {
        @Override
        double value(double h, double eps) {
            return Math.max(h, 0);
        }

        @Override
        double slope(double h, double value, double eps) {
            return h > 0 ? 1 : 0;
        }
    };

    private final String label;

    Activation(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /** The neuron's answer. */
    abstract double value(double h, double eps);

    /** Its slope, given the answer. */
    abstract double slope(double h, double value, double eps);
}
