package dev.twinsync.domain.plugin;

import static dev.twinsync.domain.shape.Field.required;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.TableShape;
import java.util.List;
import java.util.Map;

/**
 * A program that its user has said may be started for a plugin.
 *
 * @param digest of the program
 * @param says of what the repository said of the plugin then: its descriptor and its schema
 */
public record TrustedProgram(ProgramName program, Digest digest, Digest says) {

    /** How all of them look in the file of the user, by the name of the plugin. */
    public static final Shape<Map<String, TrustedProgram>> ALL = all();

    private static Shape<Map<String, TrustedProgram>> all() {
        var program =
                required("program", Shape.text().as(ProgramName::new, ProgramName::text), TrustedProgram::program);
        var digest = required("digest", Digest.SHAPE, TrustedProgram::digest);
        var says = required("says", Digest.SHAPE, TrustedProgram::says);
        var one = new RecordShape<>(
                List.of(program, digest, says),
                line -> new TrustedProgram(line.get(program), line.get(digest), line.get(says)));
        var trusted = required("trusted", new TableShape<>(one), (Map<String, TrustedProgram> map) -> map);
        return new RecordShape<>(List.of(trusted), line -> line.get(trusted));
    }
}
