package dev.twinsync.cli;

import dev.twinsync.flow.Layout;
import dev.twinsync.flow.RenewRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files that every twin repository starts with, from this program's own resources. */
final class Templates {

    private static final List<String> SCHEMAS = List.of("state", "live", "plan", "logs_index", "config");

    private Templates() {}

    /** By path relative to the repository. */
    static Map<String, byte[]> all() {
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
    static byte[] rules() {
        return resource("repository/AGENTS.md");
    }

    private static byte[] resource(String path) {
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
