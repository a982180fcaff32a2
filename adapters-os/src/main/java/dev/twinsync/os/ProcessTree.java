package dev.twinsync.os;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A process and all that it started. */
final class ProcessTree {

    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Duration STEP = Duration.ofMillis(10);

    private ProcessTree() {}

    /** Asks all of them to end and kills those that did not after five seconds, or at once when interrupted. */
    static void end(ProcessHandle root) {
        var tree = all(root);
        tree.forEach(ProcessHandle::destroy);
        waitFor(tree);
        Stream.concat(tree.stream(), tree.stream().flatMap(ProcessHandle::descendants))
                .distinct()
                .forEach(ProcessHandle::destroyForcibly);
        waitFor(List.of(root));
    }

    /** Taken before the first one ends: the children of an ended process are nobody's descendants. */
    private static List<ProcessHandle> all(ProcessHandle root) {
        return Stream.concat(Stream.of(root), root.descendants()).toList();
    }

    private static void waitFor(List<ProcessHandle> tree) {
        long deadline = System.nanoTime() + GRACE.toNanos();
        boolean interrupted = false;
        while (!interrupted && tree.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < deadline) {
            interrupted = sleepInterrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean sleepInterrupted() {
        try {
            Thread.sleep(STEP);
            return false;
        } catch (InterruptedException _) {
            return true;
        }
    }
}
