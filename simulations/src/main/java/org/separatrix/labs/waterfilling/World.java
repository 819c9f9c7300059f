package org.separatrix.labs.waterfilling;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.separatrix.compute.Crew;
import org.separatrix.compute.RandomStream;
import org.separatrix.lab.Array;
import org.separatrix.lab.Data;
import org.separatrix.lab.InvalidData;
import org.separatrix.lab.Settings;
import org.separatrix.labs.waterfilling.theory.Channel;
import org.separatrix.labs.waterfilling.theory.Fading;
import org.separatrix.labs.waterfilling.theory.Game;
import org.separatrix.labs.waterfilling.theory.Links;
import org.separatrix.labs.waterfilling.theory.Starts;

/**
 * What a run cannot change: gains before they are multiplied by the interference, noise before the signal-to-noise ratio,
 * budgets and caps before the sliders. The game for given live parameters is made from it.
 */
final class World {
    // What is looked for takes no longer than a moment up to these sizes.
    private static final long SEARCHED = 1 << 15;
    private static final long PLANNED = 1 << 13;
    private static final int DENSE = 256;

    /** The distance of every transmitter from its receiver, in a square of side 1. */
    private static final double REACH = 0.1;

    /** Relative error that given powers may have in their sum. */
    private static final double ROUNDING = 1e-9;

    private static final double[][] TUG_OF_WAR_HEARD = {{1.6, 1.4}, {1.5, 1.9}};
    private static final double[][] TUG_OF_WAR_NOISE = {{.10, .20}, {.15, .12}};
    private static final double[][] THREE_NOISE = {{.1, .2, .3, .4}, {.4, .1, .2, .3}, {.3, .4, .1, .2}};

    /**
     * The numbers of users and tones.
     *
     * @param users K
     * @param tones N
     */
    record Sizes(int users, int tones) {
        static Sizes of(Settings settings) {
            return switch (settings.get(Knobs.WORLD)) {
                case RAYLEIGH, CYCLIC, FLAT, GIVEN -> new Sizes(settings.size(Knobs.USERS), settings.size(Knobs.TONES));
                case TUG_OF_WAR -> new Sizes(2, 2);
                case THREE_SYMMETRIC -> new Sizes(3, 4);
            };
        }

        /** Multiplications in one response of everyone. */
        long work() {
            return (long) users * users * tones;
        }

        /** Whether equilibria are looked for. */
        boolean searched() {
            return work() <= SEARCHED;
        }

        /** Whether the best powers for all together are looked for. */
        boolean planned() {
            return work() <= PLANNED;
        }

        /** Whether the eigenvalues of the Jacobian at an equilibrium are computed. */
        boolean dense() {
            return searched() && users * tones <= DENSE;
        }

        /** Whether the state is a point in the plane. */
        boolean planar() {
            return users == 2 && tones == 2;
        }
    }

    private final Sizes sizes;
    private final Data data;
    private final Channel channel;
    private final Links links;
    private final double[] budgets;
    private final double[] caps;

    World(Settings settings, Data data) {
        this.data = data;
        sizes = Sizes.of(settings);
        int users = sizes.users();
        int tones = sizes.tones();
        double[] noise = given("sigma2", users, tones).orElseGet(() -> noise(settings));
        channel = new Channel(users, tones, gains(settings), noise);
        links = Links.of(channel);
        budgets = data.vector("P", users).orElseGet(() -> budgets(settings));
        for (int k = 0; k < users; k++)
            if (!(budgets[k] > 0))
                throw new InvalidData("P[" + k + "] is " + budgets[k]
                        + ": a budget must be above 0, a user is left out by the parameter away");
        caps = given("pmax", users, tones).orElseGet(() -> filled(users * tones, Double.POSITIVE_INFINITY));
        for (int i = 0; i < caps.length; i++)
            if (!(caps[i] >= 0))
                throw new InvalidData(
                        "pmax[" + i / tones + ", " + i % tones + "] is " + caps[i] + ": a cap must be 0 or more");
    }

    private java.util.Optional<double[]> given(String name, int rows, int columns) {
        return data.matrix(name, rows, columns);
    }

    Sizes sizes() {
        return sizes;
    }

    private double[] gains(Settings settings) {
        int users = sizes.users();
        int tones = sizes.tones();
        return switch (settings.get(Knobs.WORLD)) {
            case GIVEN -> givenGains();
            case RAYLEIGH -> rayleigh(settings);
            case TUG_OF_WAR -> {
                double[] gains = pairs((k, j) -> 1);
                for (int k = 0; k < 2; k++)
                    System.arraycopy(TUG_OF_WAR_HEARD[k], 0, gains, (k * users + 1 - k) * tones, tones);
                yield gains;
            }
            case THREE_SYMMETRIC, FLAT -> pairs((k, j) -> 1);
            case CYCLIC -> pairs((k, j) -> j == k || j == (k + 1) % users ? 1 : 0);
        };
    }

    private interface PairGain {
        double of(int k, int j);
    }

    /** Gains that are the same on every tone. */
    private double[] pairs(PairGain gain) {
        int users = sizes.users();
        double[] gains = new double[users * users * sizes.tones()];
        for (int i = 0; i < gains.length; i++) {
            int pair = i / sizes.tones();
            gains[i] = gain.of(pair / users, pair % users);
        }
        return gains;
    }

    private double[] givenGains() {
        int users = sizes.users();
        Array array = data.find("G")
                .orElseThrow(() -> new InvalidData("G is missing: channel=given takes gains G of K x K x N as data"));
        int[] shape = {users, users, sizes.tones()};
        if (!Arrays.equals(array.shape(), shape))
            throw new InvalidData(
                    "G has the shape " + array.words() + ", expected " + users + " x " + users + " x " + sizes.tones());
        return array.values();
    }

    private double[] rayleigh(Settings settings) {
        int users = sizes.users();
        int tones = sizes.tones();
        double[] gains =
                new Fading(settings.seed(), settings.size(Knobs.TAPS), settings.get(Knobs.DECAY)).gains(users, tones);
        if (settings.get(Knobs.LAYOUT) == Knobs.Layout.SQUARE) {
            double[] losses = losses(settings);
            for (int i = 0; i < gains.length; i++) gains[i] *= losses[i / tones];
        }
        if (settings.get(Knobs.SYMMETRIC)) {
            for (int k = 0; k < users; k++) {
                Arrays.fill(gains, (k * users + k) * tones, (k * users + k + 1) * tones, 1);
                for (int j = 0; j < k; j++)
                    System.arraycopy(gains, (j * users + k) * tones, gains, (k * users + j) * tones, tones);
            }
        }
        return gains;
    }

    /** (d_kj / d_kk)^-gamma for transmitters scattered in a unit square, each with its receiver at an equal distance. */
    private double[] losses(Settings settings) {
        int users = sizes.users();
        double[] senders = new double[2 * users];
        double[] receivers = new double[2 * users];
        for (int k = 0; k < users; k++) {
            RandomStream place = RandomStream.of(settings.seed(), "place", k);
            senders[2 * k] = place.nextDouble();
            senders[2 * k + 1] = place.nextDouble();
            double angle = 2 * Math.PI * place.nextDouble();
            receivers[2 * k] = senders[2 * k] + REACH * StrictMath.cos(angle);
            receivers[2 * k + 1] = senders[2 * k + 1] + REACH * StrictMath.sin(angle);
        }
        double[] losses = new double[users * users];
        for (int k = 0; k < users; k++)
            for (int j = 0; j < users; j++) {
                double distance =
                        StrictMath.hypot(receivers[2 * k] - senders[2 * j], receivers[2 * k + 1] - senders[2 * j + 1]);
                losses[k * users + j] = StrictMath.pow(distance / REACH, -settings.get(Knobs.GAMMA));
            }
        return losses;
    }

    private double[] noise(Settings settings) {
        return switch (settings.get(Knobs.WORLD)) {
            case RAYLEIGH, CYCLIC, FLAT, GIVEN -> filled(sizes.users() * sizes.tones(), 1);
            case TUG_OF_WAR -> flattened(TUG_OF_WAR_NOISE);
            case THREE_SYMMETRIC -> flattened(THREE_NOISE);
        };
    }

    private double[] budgets(Settings settings) {
        double each = switch (settings.get(Knobs.WORLD)) {
            case RAYLEIGH, GIVEN -> sizes.tones();
            case THREE_SYMMETRIC -> 4;
            case TUG_OF_WAR, CYCLIC, FLAT -> 1;
        };
        return filled(sizes.users(), each);
    }

    private static double[] filled(int length, double value) {
        double[] values = new double[length];
        Arrays.fill(values, value);
        return values;
    }

    private static double[] flattened(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }

    /** The game for the live parameters of some settings. */
    Game game(Settings settings) {
        int tones = sizes.tones();
        double power = settings.get(Knobs.POWER);
        double[] spent = Arrays.stream(budgets).map(budget -> budget * power).toArray();
        double[] allowed = caps.clone();
        if (settings.get(Knobs.MASKED)) {
            double cap = settings.get(Knobs.CAP);
            for (int i = 0; i < allowed.length; i++) allowed[i] = Math.min(allowed[i], cap * spent[i / tones] / tones);
        }
        for (int k : away(settings.get(Knobs.AWAY))) if (k < spent.length) spent[k] = 0;
        return Game.on(
                channel, links, interference(settings), settings.get(Knobs.GAP), noiseFactor(settings), spent, allowed);
    }

    /** Whether settings that differ in live parameters alone make the same game. */
    static boolean sameGame(Settings one, Settings other) {
        return Stream.of(Knobs.ALPHA, Knobs.SNR, Knobs.GAP, Knobs.POWER, Knobs.MASKED, Knobs.CAP, Knobs.AWAY)
                .allMatch(parameter -> one.get(parameter).equals(other.get(parameter)));
    }

    private static double interference(Settings settings) {
        return switch (settings.get(Knobs.WORLD)) {
            case RAYLEIGH, THREE_SYMMETRIC, CYCLIC, FLAT -> settings.get(Knobs.ALPHA);
            case TUG_OF_WAR, GIVEN -> 1;
        };
    }

    private double noiseFactor(Settings settings) {
        boolean free = switch (settings.get(Knobs.WORLD)) {
            case RAYLEIGH, CYCLIC, FLAT, GIVEN -> !data.has("sigma2");
            case TUG_OF_WAR, THREE_SYMMETRIC -> false;
        };
        return free ? StrictMath.pow(10, -settings.get(Knobs.SNR) / 10) : 1;
    }

    private static int[] away(List<Double> users) {
        return users.stream().mapToInt(Double::intValue).toArray();
    }

    /** The powers to begin with, K x N. */
    double[] start(Settings settings, Game game, Crew crew) {
        var starts = new Starts(game, crew);
        return given("p0", sizes.users(), sizes.tones())
                .map(powers -> checked(powers, game))
                .orElseGet(() -> switch (settings.get(Knobs.START)) {
                    case EQUAL -> starts.equal();
                    case RANDOM -> starts.random(settings.get(Knobs.START_SEED));
                    case CORNER -> starts.corner();
                    case POINT -> starts.nearest(point(settings, game.budgets()));
                });
    }

    private static double[] point(Settings settings, double[] budgets) {
        double x0 = settings.get(Knobs.X0) * budgets[0];
        double x1 = settings.get(Knobs.X1) * budgets[1];
        return new double[] {x0, budgets[0] - x0, x1, budgets[1] - x1};
    }

    private double[] checked(double[] powers, Game game) {
        int tones = game.tones();
        for (int k = 0; k < game.users(); k++) {
            double sum = 0;
            double tolerance = ROUNDING * Math.max(1, game.budgets()[k]);
            for (int n = 0; n < tones; n++) {
                double power = powers[k * tones + n];
                if (power > tolerance && channel.direct(k, n) == 0)
                    throw new InvalidData(
                            "G[" + k + ", " + k + ", " + n + "] is 0, so that user " + k + " hears nothing on tone " + n
                                    + ": p0[" + k + ", " + n + "] must be 0 there, not " + power);
                if (!(power >= 0 && power <= game.cap(k, n) + tolerance))
                    throw new InvalidData("p0[" + k + ", " + n + "] is " + power + ": it must be between 0 and "
                            + game.cap(k, n) + ", the most allowed on this tone");
                sum += power;
            }
            if (game.present(k) && Math.abs(sum - game.budgets()[k]) > tolerance)
                throw new InvalidData(
                        "p0 of user " + k + " adds up to " + sum + ": it must spend the budget " + game.budgets()[k]);
        }
        return powers;
    }
}
