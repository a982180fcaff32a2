package dev.twinsync.os.worker;

import static dev.twinsync.domain.shape.Field.required;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.plugin.PluginName;
import dev.twinsync.domain.plugin.ProgramName;
import dev.twinsync.domain.shape.RecordShape;
import dev.twinsync.domain.shape.Shape;
import dev.twinsync.domain.shape.Tree;
import java.util.List;

/**
 * A program of other people that root, or a twin on another machine, is to start for a plugin. Where it is, is found out there.
 *
 * @param digest of the program that its user trusts
 * @param schema by which each action is read before the program gets to see it
 */
public record RootProgram(PluginName plugin, ProgramName program, Digest digest, Tree schema) {

    static final Shape<ProgramName> NAME = Shape.text().as(ProgramName::new, ProgramName::text);
    static final RecordShape<RootProgram> SHAPE = shape();

    private static RecordShape<RootProgram> shape() {
        var plugin = required("plugin", PluginName.SHAPE, RootProgram::plugin);
        var program = required("program", NAME, RootProgram::program);
        var digest = required("digest", Digest.SHAPE, RootProgram::digest);
        var schema = required("schema", Shape.tree(), RootProgram::schema);
        return new RecordShape<>(
                List.of(plugin, program, digest, schema),
                line -> new RootProgram(line.get(plugin), line.get(program), line.get(digest), line.get(schema)));
    }
}
