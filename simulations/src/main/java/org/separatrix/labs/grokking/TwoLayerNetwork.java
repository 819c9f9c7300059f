package org.separatrix.labs.grokking;

import org.separatrix.compute.Crew;
import org.separatrix.compute.Kernels;
import org.separatrix.compute.Matrix;
import org.separatrix.compute.Workers;

/**
 * A network f(x) = (alpha/N) sum_i a_i phi(w_i.x) whose weights are all simulated, under gradient descent on the mean
 * square (1/P) sum (f - y)&sup2; with step eta0 N/alpha&sup2; and decoupled weight decay eta0 lambda.
 */
final class TwoLayerNetwork {
    /** Shares of neurons and samples begin at multiples of this. */
    private static final int GRAIN = 8;

    /**
     * How the network is built and trained.
     *
     * @param activation phi
     * @param eps the curvature of a quadratic phi
     * @param alpha the output scale
     * @param eta0 the step of gradient-flow time
     * @param decay the weight decay lambda
     * @param trainsReadout whether the read-outs a learn, too
     */
    record Design(Activation activation, double eps, double alpha, double eta0, double decay, boolean trainsReadout) {}

    private final Design design;
    private final int n;
    private final int d;
    private final int p;
    private final double[] inputs;
    private final double[] samples;
    private final double[] targets;
    private final Crew crew;
    private final Workers.Task hidden = this::hidden;
    private final Workers.Task answers = this::answers;
    private final Workers.Task backward = this::backward;

    private final double[] weights;
    private final double[] readout;
    private final double[] fields;
    private final double[] activity;
    private final double[] errors;
    private final double[] pull;
    private boolean answered;

    /**
     * @param inputs the training inputs, one a column, D x P
     * @param targets P numbers: for a centred network, the teacher's answers plus the network's first ones
     * @param weights one neuron a row, N x D
     * @param readout a, N numbers
     */
    TwoLayerNetwork(Design design, Matrix inputs, double[] targets, Matrix weights, double[] readout, Crew crew) {
        this.design = design;
        this.crew = crew;
        n = weights.rows();
        d = inputs.rows();
        p = inputs.columns();
        this.inputs = inputs.values();
        samples = inputs.transpose().values();
        this.targets = targets.clone();
        this.weights = weights.values().clone();
        this.readout = readout.clone();
        fields = new double[n * p];
        activity = new double[n * p];
        errors = new double[p];
        pull = new double[n];
    }

    /** One step of gradient descent. */
    void advance() {
        answer();
        answered = false;
        crew.run(backward);
        if (design.trainsReadout())
            for (int i = 0; i < n; i++) readout[i] = (1 - design.eta0() * design.decay()) * readout[i] + pull[i];
    }

    private void answer() {
        if (answered) return;
        crew.run(hidden);
        crew.run(answers);
        answered = true;
    }

    /** What a range of the neurons answers to every sample. */
    private void hidden(int part, int parts) {
        int from = Workers.bound(part, parts, n, GRAIN);
        int to = Workers.bound(part + 1, parts, n, GRAIN);
        Kernels kernels = crew.kernels(part);
        kernels.gemm(Kernels.Form.AB, to - from, p, d, 1, weights, from * d, d, inputs, 0, p, 0, fields, from * p, p);
        activate(kernels, from * p, to * p, fields, activity);
    }

    private void activate(Kernels kernels, int from, int to, double[] fields, double[] activity) {
        switch (design.activation()) {
            case QUADRATIC -> {
                double half = design.eps() / 2;
                for (int k = from; k < to; k++) activity[k] = fields[k] + half * fields[k] * fields[k];
            }
            case TANH -> kernels.tanh(from, to, fields, activity);
            case ERF, RELU -> {
                for (int k = from; k < to; k++)
                    activity[k] = design.activation().value(fields[k], design.eps());
            }
        }
    }

    /** The errors of a range of the samples. */
    private void answers(int part, int parts) {
        int from = Workers.bound(part, parts, p, GRAIN);
        int to = Workers.bound(part + 1, parts, p, GRAIN);
        for (int mu = from; mu < to; mu++) errors[mu] = 0;
        for (int i = 0; i < n; i++) {
            double a = readout[i];
            for (int mu = from; mu < to; mu++) errors[mu] += a * activity[i * p + mu];
        }
        double scale = design.alpha() / n;
        for (int mu = from; mu < to; mu++) errors[mu] = scale * errors[mu] - targets[mu];
    }

    /** The step of a range of the neurons. */
    private void backward(int part, int parts) {
        int from = Workers.bound(part, parts, n, GRAIN);
        int to = Workers.bound(part + 1, parts, n, GRAIN);
        Kernels kernels = crew.kernels(part);
        // eta alpha/N r, with r = (2/P) e.
        double factor = design.eta0() / design.alpha() * 2 / p;
        for (int i = from; i < to; i++) {
            int row = i * p;
            if (design.trainsReadout()) {
                double sum = 0;
                for (int mu = 0; mu < p; mu++) sum += activity[row + mu] * errors[mu];
                pull[i] = -factor * sum;
            }
            slopes(row, readout[i]);
        }
        kernels.gemm(
                Kernels.Form.AB,
                to - from,
                d,
                p,
                -factor,
                fields,
                from * p,
                p,
                samples,
                0,
                d,
                1 - design.eta0() * design.decay(),
                weights,
                from * d,
                d);
    }

    /** Overwrites a neuron's fields with its share of the gradient with respect to them. */
    private void slopes(int row, double a) {
        switch (design.activation()) {
            case QUADRATIC -> {
                double eps = design.eps();
                for (int mu = 0; mu < p; mu++) fields[row + mu] = a * (1 + eps * fields[row + mu]) * errors[mu];
            }
            case ERF, TANH, RELU -> {
                for (int mu = 0; mu < p; mu++)
                    fields[row + mu] = a
                            * design.activation().slope(fields[row + mu], activity[row + mu], design.eps())
                            * errors[mu];
            }
        }
    }

    /** The training loss now; what it takes to know it is work that the next step need not do again. */
    double trainLoss() {
        answer();
        return crew.kernels(0).sumOfSquares(0, p, errors) / p;
    }

    /** The network's answers to inputs, one a column, D x any number. */
    double[] answers(Matrix inputs) {
        int count = inputs.columns();
        double[] h = weights().times(inputs).values();
        double[] phi = new double[h.length];
        activate(crew.kernels(0), 0, h.length, h, phi);
        double[] answers = new double[count];
        for (int i = 0; i < n; i++)
            for (int mu = 0; mu < count; mu++) answers[mu] += design.alpha() / n * readout[i] * phi[i * count + mu];
        return answers;
    }

    /** The weights now, one neuron a row, as a copy. */
    Matrix weights() {
        return Matrix.of(n, d, weights.clone());
    }

    /** The weights now, row after row, not to be changed. */
    double[] liveWeights() {
        return weights;
    }

    /** The read-outs now, not to be changed. */
    double[] readout() {
        return readout;
    }
}
