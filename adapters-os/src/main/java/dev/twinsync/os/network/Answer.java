package dev.twinsync.os.network;

import java.util.function.Function;

/** What NetworkManager said, or why it said nothing. */
sealed interface Answer<T> {

    record Given<T>(T value) implements Answer<T> {}

    /**
     * @param error the name of the error on D-Bus; empty where there was no answer at all
     * @param reason a sentence for the user
     */
    record None<T>(String error, String reason) implements Answer<T> {
        boolean is(String lastPart) {
            return error.endsWith("." + lastPart);
        }
    }

    default <R> Answer<R> then(Function<? super T, Answer<R>> next) {
        return switch (this) {
            case Given<T>(var value) -> next.apply(value);
            case None<T>(var error, var reason) -> new None<>(error, reason);
        };
    }

    default <R> Answer<R> map(Function<? super T, R> change) {
        return then(value -> new Given<>(change.apply(value)));
    }
}
