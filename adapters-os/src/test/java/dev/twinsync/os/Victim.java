package dev.twinsync.os;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A second Java with the class path of the test, which is killed with SIGKILL. */
public final class Victim implements AutoCloseable {

    private final Process process;
    private final BufferedReader said;

    private Victim(Process process) {
        this.process = process;
        this.said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    public static Victim start(Class<?> program, String... arguments) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var line = new ArrayList<>(List.of(java, "-cp", System.getProperty("java.class.path"), program.getName()));
        line.addAll(List.of(arguments));
        return new Victim(new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    public long pid() {
        return process.pid();
    }

    /** The next line that it writes; {@code null} after the last one. */
    public String line() throws IOException {
        return said.readLine();
    }

    /** Writes a line to its standard input. */
    public void say(String line) {
        var input = process.outputWriter(StandardCharsets.UTF_8);
        try {
            input.write(line + "\n");
            input.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Kills it and gives the whole lines that it had written since. */
    public List<String> kill() throws IOException, InterruptedException {
        process.toHandle().destroyForcibly(); // the process itself would close the pipe as well
        process.waitFor(1, TimeUnit.MINUTES);
        try (Stream<String> rest = said.lines()) {
            return rest.toList();
        } catch (UncheckedIOException closed) {
            throw closed.getCause();
        }
    }

    /** Lets it run for so long after its first line, kills it, and gives all that it wrote. */
    public static List<String> run(Class<?> program, int milliseconds, String... arguments) throws Exception {
        try (var victim = start(program, arguments)) {
            var lines = new ArrayList<String>();
            lines.add(victim.line());
            Thread.sleep(milliseconds);
            lines.addAll(victim.kill());
            return lines;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
