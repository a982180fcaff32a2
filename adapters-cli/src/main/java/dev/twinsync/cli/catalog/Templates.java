package dev.twinsync.cli.catalog;

import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.domain.shape.JsonTree;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.twin.RenewRules;
import dev.twinsync.flow.view.Layout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The files that every twin repository starts with, from this program's own resources. */
public final class Templates {

    private static final List<String> SCHEMAS = List.of("state", "live", "plan", "logs_index", "config");

    private static final Pattern NOTHING_DISABLED = Pattern.compile("^disabled_plugins: \\[\\]$", Pattern.MULTILINE);
    private static final Pattern DEFAULT_ROOTS = Pattern.compile("^  roots:\n(?:    - .*\n)+", Pattern.MULTILINE);

    private Templates() {}

    /** By path relative to the repository. */
    public static Map<String, byte[]> all() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(RenewRules.RULES, rules());
        files.put(".gitattributes", resource("repository/gitattributes"));
        files.put(".gitignore", resource("repository/gitignore"));
        for (String schema : SCHEMAS) {
            var path = "schema/" + schema + ".schema.json";
            files.put(path, resource(path));
        }
        for (String plugin : Catalog.names()) {
            files.put("plugins/" + plugin + "/plugin.yaml", resource("plugins/" + plugin + "/plugin.yaml"));
            files.put("plugins/" + plugin + "/schema.yaml", resource("plugins/" + plugin + "/schema.yaml"));
        }
        files.put(Layout.logsConfig().path(), resource("repository/logs_config.yaml"));
        files.put("config.yaml", resource("repository/config.yaml"));
        return files;
    }

    /** What an AI that edits the repository is told. */
    public static byte[] rules() {
        return resource("repository/AGENTS.md");
    }

    /**
     * As {@link #all}, with these settings in place of the defaults.
     *
     * @param roots the folders that are captured; none: those that are by default
     * @param disabled the plugins that are off
     */
    public static Map<String, byte[]> with(List<TargetPath> roots, List<String> disabled) {
        var files = all();
        var config = new String(files.get(Layout.CONFIGURATION), StandardCharsets.UTF_8);
        if (!disabled.isEmpty()) {
            config = replaced(config, NOTHING_DISABLED, "disabled_plugins: [" + String.join(", ", disabled) + "]");
        }
        if (!roots.isEmpty()) {
            config = replaced(config, DEFAULT_ROOTS, "  roots:\n" + lines(roots));
        }
        files.put(Layout.CONFIGURATION, config.getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static String lines(List<TargetPath> roots) {
        return roots.stream()
                .map(root -> "    - " + JsonTree.compact(Tree.text(root.text())) + "\n")
                .collect(Collectors.joining());
    }

    private static String replaced(String text, Pattern what, String by) {
        var found = what.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("the template of " + Layout.CONFIGURATION + " has no " + what);
        }
        return text.substring(0, found.start()) + by + text.substring(found.end());
    }

    public static byte[] resource(String path) {
        try (var stream = Templates.class.getResourceAsStream("/templates/" + path)) {
            if (stream == null) {
                throw new IllegalStateException("this twin was built without " + path);
            }
            return stream.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
