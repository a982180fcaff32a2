package dev.twinsync.os.services;

import java.util.function.Function;

/** What systemd said, or why it said nothing. */
sealed interface Answer<T> {

    record Given<T>(T value) implements Answer<T> {}

    /** @param reason a sentence for the user */
    record None<T>(String reason) implements Answer<T> {}

    default <R> Answer<R> then(Function<? super T, Answer<R>> next) {
        return switch (this) {
            case Given<T>(var value) -> next.apply(value);
            case None<T>(var reason) -> new None<>(reason);
        };
    }
}
