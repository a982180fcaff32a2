package dev.twinsync.domain.secrets;

import java.util.List;
import java.util.function.Consumer;

/** One way to recognise a secret in a line. */
interface Rule {

    /** As it is told to people: {@code value-by-name}. */
    String name();

    /** In lower case: a line with none of these holds nothing for this rule, and the rule is not asked. */
    List<String> keywords();

    /** Hands on what it finds, in time that grows with the line and no faster. */
    void find(CharSequence line, Consumer<Finding> found);
}
