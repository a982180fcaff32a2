package dev.twinsync.cli.config;

import dev.twinsync.cli.command.RepoCommand;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.wiring.Wiring;
import dev.twinsync.domain.shape.Reading;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.git.yaml.YamlTree;
import dev.twinsync.port.Pointer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "set",
        description = "Change one value of config.yaml; comments, order and spacing of all else stay.",
        footer = "Exit codes: 0 set, 1 that is no such key or no value for it.")
final class ConfigSetCommand extends RepoCommand {

    @Parameters(index = "0", paramLabel = "KEY", description = "As it is nested, with dots: files.max_bytes")
    private String key;

    @Parameters(index = "1", paramLabel = "VALUE", description = "As YAML: 24, true, some text, [a, b]")
    private String value;

    @Override
    protected Exit run(Wiring wiring, Console console) throws IOException {
        var change = new ConfigChange(console, options().asJson());
        var result = ConfigChange.of(wiring).set(pointer(), tree());
        return change.told(result, "Set, and recorded in config.yaml.", "It says that already.");
    }

    private Pointer pointer() {
        var parts = List.of(key.split("\\.", -1));
        if (parts.contains("")) {
            throw wrongUsage("a key has its names with dots between them: files.max_bytes");
        }
        return new Pointer(
                parts.stream().<Pointer.Step>map(Pointer.Step.Key::new).toList());
    }

    /** What cannot be read as YAML is text. */
    private Tree tree() {
        return YamlTree.read(key, value.getBytes(StandardCharsets.UTF_8)) instanceof Reading.Value<Tree>(var tree)
                        && !value.isBlank()
                ? tree
                : Tree.text(value);
    }
}
