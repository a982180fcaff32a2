package dev.twinsync.port;

import dev.twinsync.domain.shape.Tree;
import java.util.Optional;

/** One change of what a document says, which leaves all else of its text as it is. */
public sealed interface Edit {

    Pointer at();

    /** What a person would have to do, where twin cannot: the end of a sentence. */
    String byHand(String path);

    /**
     * Something says this from now on. Maps on the way that are missing are made; a place in a list must be there.
     *
     * @param comment for who reads the document, where nothing stood there before; one line, as far as it is written
     */
    record Set(Pointer at, Tree value, Optional<String> comment) implements Edit {

        public Set(Pointer at, Tree value) {
            this(at, value, Optional.empty());
        }

        @Override
        public String byHand(String path) {
            return "set " + at + " in " + path + " to " + value.inline() + " by hand";
        }
    }

    /** What stands there goes, with the comment that is its own. */
    record Remove(Pointer at) implements Edit {

        @Override
        public String byHand(String path) {
            return "take " + at + " out of " + path + " by hand";
        }
    }

    /**
     * One more for a list, which is made where it is missing.
     *
     * @param at of the list
     * @param comment as in {@link Set}
     */
    record Append(Pointer at, Tree item, Optional<String> comment) implements Edit {

        public Append(Pointer at, Tree item) {
            this(at, item, Optional.empty());
        }

        @Override
        public String byHand(String path) {
            return "add " + (item instanceof Tree.Scalar(var text, var _, var _) ? "\"" + text + "\"" : item.inline())
                    + " to the list " + at + " in " + path + " by hand";
        }
    }

    /**
     * One more for a list that is there.
     *
     * @param at where it is to stand; behind the last one at most
     */
    record Insert(Pointer at, Tree item) implements Edit {

        public Insert {
            if (!(at.steps().getLast() instanceof Pointer.Step.Index)) {
                throw new IllegalArgumentException(at + " is no place in a list");
            }
        }

        @Override
        public String byHand(String path) {
            return "put " + item.inline() + " at " + at + " of " + path + " by hand";
        }
    }
}
