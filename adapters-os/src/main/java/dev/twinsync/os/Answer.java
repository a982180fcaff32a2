package dev.twinsync.os;

import dev.twinsync.port.Attempt;
import java.util.function.Function;

/** What somebody who was asked told, or why there is nothing to tell. */
public sealed interface Answer<T> {

    record Given<T>(T value) implements Answer<T> {}

    /** @param reason a sentence for the user, with the remedy where twin knows one */
    record None<T>(String reason) implements Answer<T> {}

    default <R> Answer<R> then(Function<? super T, Answer<R>> next) {
        return switch (this) {
            case Given<T>(var value) -> next.apply(value);
            case None<T>(var reason) -> new None<>(reason);
        };
    }

    default <R> Answer<R> map(Function<? super T, ? extends R> function) {
        return then(value -> new Given<>(function.apply(value)));
    }

    /** Of somebody who was told to do something: whether that was done. */
    default Attempt attempted() {
        return switch (this) {
            case Given<T> _ -> new Attempt.Ran();
            case None<T>(var reason) -> new Attempt.Refused(reason);
        };
    }
}
