package dev.twinsync.domain.foreign;

import java.util.List;

/** What a regular expression is made of. */
sealed interface ExpressionPart {

    record One(Letters letters) implements ExpressionPart {}

    record Start() implements ExpressionPart {}

    record End() implements ExpressionPart {}

    record Sequence(List<ExpressionPart> parts) implements ExpressionPart {
        public Sequence {
            parts = List.copyOf(parts);
        }
    }

    /** One of these. */
    record Choice(List<ExpressionPart> ways) implements ExpressionPart {
        public Choice {
            ways = List.copyOf(ways);
        }
    }

    /** @param most how often at most; {@link #WITHOUT_END}: there is no limit */
    record Repeated(ExpressionPart part, int least, int most) implements ExpressionPart {}

    int WITHOUT_END = Integer.MAX_VALUE;
}
