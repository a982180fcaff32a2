package dev.twinsync.os.worker;

import dev.twinsync.os.Dialogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The running program of a plugin. It gets nothing of the environment and no terminal, is not reached by what is pressed there, and
 * does not outlive twin.
 */
final class PluginPartner implements Partner {

    private static final long MOST_BYTES = 1 << 26;

    private final String plugin;
    private final Dialogue dialogue;
    private final TimedOutput output;
    private final TimedInput input;

    private PluginPartner(String plugin, Dialogue dialogue) {
        this.plugin = plugin;
        this.dialogue = dialogue;
        this.output = new TimedOutput(dialogue.output(), MOST_BYTES);
        this.input = new TimedInput(dialogue.input());
    }

    /** @param program by absolute path */
    static PluginPartner start(String plugin, Path program) throws IOException {
        var dialogue = Dialogue.start(
                "setsid",
                List.of(
                        "--wait",
                        "/usr/bin/env",
                        "-i",
                        "LC_ALL=C.UTF-8",
                        "PATH=/usr/sbin:/usr/bin:/sbin:/bin",
                        program.toString()));
        Runtime.getRuntime().addShutdownHook(new Thread(dialogue::endSoon));
        return new PluginPartner(plugin, dialogue);
    }

    void within(Duration time) {
        input.within(time);
        output.within(time);
    }

    @Override
    public String name() {
        return "the program of " + plugin;
    }

    @Override
    public InputStream output() {
        return output;
    }

    @Override
    public OutputStream input() {
        return input;
    }

    @Override
    public String ending() {
        var code = dialogue.ended().map(exit -> " with " + exit).orElse(" its output");
        var words = dialogue.said();
        return name() + " ended" + (words.isEmpty() ? code : code + ": " + words);
    }

    @Override
    public void dismiss() {
        dialogue.endSoon();
    }

    @Override
    public void abandon() {
        dialogue.end();
    }
}
