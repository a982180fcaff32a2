package dev.twinsync.os.desktop;

import java.util.function.Function;

/** What asking gave. */
sealed interface Answer<T> {

    record Given<T>(T value) implements Answer<T> {}

    /** @param reason a sentence for the user, with the remedy where twin knows one */
    record None<T>(String reason) implements Answer<T> {}

    default <R> Answer<R> then(Function<T, Answer<R>> next) {
        return switch (this) {
            case Given<T>(var value) -> next.apply(value);
            case None<T>(var reason) -> new None<>(reason);
        };
    }
}
