package dev.twinsync.os.worker;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The plugins of the root side with those of other people.
 *
 * @param programs in root's own folders
 */
public record RootPrograms(RootPlugins own, NamedPrograms programs) implements RootPlugins {

    @Override
    public Map<String, Hosted<?, ?>> of(Client client) {
        return own.of(client);
    }

    @Override
    public Map<String, Hosted<?, ?>> of(Client client, List<RootProgram> named) throws IOException {
        var all = new LinkedHashMap<>(of(client));
        for (RootProgram program : named) {
            if (all.put(program.plugin().text(), programs.hosted(program, true, client.repository())) != null) {
                throw new IOException(program.plugin() + " is a plugin of twin itself, or named twice");
            }
        }
        return all;
    }
}
