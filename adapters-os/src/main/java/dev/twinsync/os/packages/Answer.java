package dev.twinsync.os.packages;

import java.util.function.Function;

/** What a program told, or why it told nothing. */
sealed interface Answer<T> {

    record Given<T>(T value) implements Answer<T> {}

    /** @param reason a sentence for the user, with the remedy where twin knows one */
    record Missing<T>(String reason) implements Answer<T> {}

    default <R> Answer<R> then(Function<? super T, Answer<R>> next) {
        return switch (this) {
            case Given<T>(var value) -> next.apply(value);
            case Missing<T>(var reason) -> new Missing<>(reason);
        };
    }

    default <R> Answer<R> map(Function<? super T, ? extends R> function) {
        return then(value -> new Given<>(function.apply(value)));
    }
}
