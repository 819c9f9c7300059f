package org.separatrix.labs.grokking;

/** Notes when a falling loss first passes a threshold, between two looks on a straight line in its logarithm. */
final class Fall {
    private final double threshold;
    private double lastTime = Double.NaN;
    private double lastLoss = Double.NaN;
    private double time = Double.NaN;

    Fall(double threshold) {
        this.threshold = threshold;
    }

    void look(double now, double loss) {
        if (Double.isNaN(time) && loss <= threshold) {
            double share = Math.log(lastLoss / threshold) / Math.log(lastLoss / loss);
            // A loss that starts below has fallen at once; one of zero has no logarithm.
            time = Double.isNaN(lastTime) ? now : loss > 0 ? lastTime + share * (now - lastTime) : now;
        }
        lastTime = now;
        lastLoss = loss;
    }

    /** When the threshold was passed; NaN before. */
    double time() {
        return time;
    }

    boolean passed() {
        return !Double.isNaN(time);
    }
}
