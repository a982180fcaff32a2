package dev.twinsync.flow.view;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Does the same with several things at once, as many as there are processors.
 *
 * @param work must not throw: it answers with a reason
 */
public record SideBySide<T, R>(Function<T, R> work) {

    /** The results, in the order of the things. */
    public List<R> over(List<T> things) throws IOException {
        var tasks = things.stream()
                .<Callable<R>>map(thing -> () -> work.apply(thing))
                .toList();
        try (var threads =
                Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()))) {
            var done = new ArrayList<R>();
            for (var future : threads.invokeAll(tasks)) {
                done.add(future.get());
            }
            return done;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while looking at the machine", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a backend must answer with a reason and not throw", failed.getCause());
        }
    }
}
