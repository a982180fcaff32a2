package dev.twinsync.flow.review;

/**
 * What a person wants of one difference.
 *
 * @param about the thing that differs
 */
public record Decision(Difference about, Choice choice) {

    /** What can be wanted. */
    public enum Choice {
        /** The machine is to be as {@code state/} says. */
        APPLY,
        /** {@code state/} is to say what is there. */
        ADOPT,
        /** twin is to keep out of it from now on. */
        IGNORE,
        /** Nothing is to be done now. */
        SKIP;

        /** Whether this can be wanted of such a difference at all. */
        public boolean suits(Difference difference) {
            return switch (this) {
                case APPLY -> difference.canApply();
                case ADOPT, IGNORE, SKIP -> true;
            };
        }
    }

    public Decision {
        if (!choice.suits(about)) {
            throw new IllegalArgumentException(about.name() + ": nobody can " + choice + " that");
        }
    }
}
