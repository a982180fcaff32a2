package dev.twinsync.domain;

import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;

/**
 * Says that something holds for all values of a kind, tries it on many and shows the smallest counterexample. The one
 * place that runs jqwik, so that the engine can be exchanged.
 */
public final class Property {

    private static final int TRIES = Integer.getInteger("twin.property.tries", 300);
    private static final int SHRINKS = 2_000;

    private Property() {}

    public static <T> void forAll(Arbitrary<T> values, Consumer<T> law) {
        forSome(TRIES, values, law);
    }

    /** For a law that takes long to try. */
    public static <T> void forSome(int tries, Arbitrary<T> values, Consumer<T> law) {
        long seed = Long.getLong("twin.property.seed", System.nanoTime());
        JqwikSession.run(() -> search(tries, values, law, seed));
    }

    private static <T> void search(int tries, Arbitrary<T> values, Consumer<T> law, long seed) {
        var random = new Random(seed);
        RandomGenerator<T> generator = values.generator(tries, true);
        for (int attempt = 0; attempt < tries; attempt++) {
            Shrinkable<T> sample = generator.next(random);
            if (failure(sample, law).isPresent()) {
                throw counterexample(smallest(sample, law), law, seed);
            }
        }
    }

    private static <T> Shrinkable<T> smallest(Shrinkable<T> failing, Consumer<T> law) {
        var current = failing;
        int budget = SHRINKS;
        while (budget > 0) {
            var candidates = current.shrink().limit(budget).toList();
            budget -= Math.max(1, candidates.size());
            var smaller = candidates.stream()
                    .filter(candidate -> failure(candidate, law).isPresent())
                    .findFirst();
            if (smaller.isEmpty()) {
                return current;
            }
            current = smaller.get();
        }
        return current;
    }

    private static <T> Optional<Throwable> failure(Shrinkable<T> sample, Consumer<T> law) {
        try {
            law.accept(sample.value());
            return Optional.empty();
        } catch (RuntimeException | AssertionError broken) {
            return Optional.of(broken);
        }
    }

    private static <T> AssertionError counterexample(Shrinkable<T> sample, Consumer<T> law, long seed) {
        var cause = failure(sample, law).orElseThrow();
        return new AssertionError(
                "fails for " + sample.value() + " (repeat with -Dtwin.property.seed=" + seed + "): "
                        + cause.getMessage(),
                cause);
    }
}
