package dev.twinsync.cli.manual;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.ArgSpec;

/** What a shell may offer in one place of a command line. */
sealed interface Value {

    /** There is no such place. */
    record Nothing() implements Value {}

    /** Anything; a shell has nothing to offer. */
    record Anything() implements Value {}

    /** A file or a folder. */
    record Place() implements Value {}

    /** One of a few words. */
    record OneOf(List<String> words) implements Value {
        public OneOf {
            words = List.copyOf(words);
        }
    }

    static Value of(ArgSpec argument) {
        var type = argument.isMultiValue() ? argument.auxiliaryTypes()[0] : argument.type();
        if (argument.completionCandidates() != null) {
            return new OneOf(
                    StreamSupport.stream(argument.completionCandidates().spliterator(), false)
                            .toList());
        }
        return type == Path.class || type == File.class ? new Place() : new Anything();
    }
}
