package dev.twinsync.cli.manual;

import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/**
 * An option that a person may give.
 *
 * @param names the shortest first: {@code -h}, {@code --help}
 * @param value what follows it
 * @param label how the help calls the value: {@code DIR}; empty where nothing follows
 * @param isRepeatable whether it may be given more than once
 * @param description a sentence or more
 */
record Flag(List<String> names, Value value, String label, boolean isRepeatable, String description) {

    Flag {
        names = List.copyOf(names);
    }

    static Flag of(OptionSpec option) {
        boolean takesValue = option.arity().max() > 0;
        return new Flag(
                List.of(option.names()),
                takesValue ? Value.of(option) : new Value.Nothing(),
                takesValue ? option.paramLabel() : "",
                option.isMultiValue(),
                Sentences.of(option.description()));
    }

    boolean takesValue() {
        return !(value instanceof Value.Nothing);
    }
}
