package dev.twinsync.git.yaml;

import dev.twinsync.domain.FragmentShapes;
import dev.twinsync.domain.packages.Packages;
import dev.twinsync.domain.shape.Problem;
import dev.twinsync.git.GitTwinRepo;
import dev.twinsync.port.Document;
import dev.twinsync.port.SecretGate;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A process that reads documents of wishes as every command of twin does first. It prints a line for each: the processor
 * time in milliseconds, and the first thing that is wrong.
 */
final class ReadBombs {

    private ReadBombs() {}

    /** @param arguments the repository, and the paths of the documents in it */
    public static void main(String[] arguments) throws IOException {
        var root = Path.of(arguments[0]);
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (String path : Arrays.copyOfRange(arguments, 1, arguments.length)) {
            long before = processorTime();
            var document = new Document<>(path, FragmentShapes.desired(new Packages()), "");
            var problems =
                    new GitTwinRepo(root, root, SecretGate.SHUT).read(document).problems();
            out.println(processorTime() - before + "\t" + firstOf(problems));
        }
    }

    private static String firstOf(List<Problem> problems) {
        return problems.isEmpty() ? "fine" : problems.getFirst().toString().replace("\n", "\\n");
    }

    private static long processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis();
    }
}
