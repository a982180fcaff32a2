package dev.twinsync.flow.view;

import dev.twinsync.domain.Digest;
import dev.twinsync.domain.Kind;
import dev.twinsync.port.HostFacts;
import dev.twinsync.port.Narration;
import dev.twinsync.port.PastRuns;
import dev.twinsync.port.RepoView;
import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A machine and its repository as one may look at them: nothing here can change either of them.
 *
 * @param plugins in the order in which their things are brought about
 * @param off those that are not in use here: their past can be read, and what is wished of them
 * @param runs what the machine remembers of earlier runs
 * @param facts who knows what the machine is; empty where that is switched off
 * @param ignored what of it is in no plan and no difference
 * @param host the machine, as a salted digest of its machine id; empty: it has none
 */
public record View(
        RepoView repo,
        List<Plugin<?, ?, ?>> plugins,
        List<Plugin<?, ?, ?>> off,
        PastRuns runs,
        Optional<HostFacts> facts,
        Optional<Digest> host,
        InstantSource clock,
        Narration narration,
        Ignored ignored) {

    /** One that ignores nothing. */
    public View(
            RepoView repo,
            List<Plugin<?, ?, ?>> plugins,
            List<Plugin<?, ?, ?>> off,
            PastRuns runs,
            Optional<HostFacts> facts,
            Optional<Digest> host,
            InstantSource clock,
            Narration narration) {
        this(repo, plugins, off, runs, facts, host, clock, narration, Ignored.NOTHING);
    }

    /** The same, where these things are ignored. */
    public View ignoring(Ignored things) {
        return new View(repo, plugins, off, runs, facts, host, clock, narration, things);
    }

    public View {
        plugins = List.copyOf(plugins);
        off = List.copyOf(off);
    }

    /** The same, by other plugins. */
    public View withPlugins(List<Plugin<?, ?, ?>> others) {
        return new View(repo, others, off, runs, facts, host, clock, narration, ignored);
    }

    /** The one of that name, where it is in use here. */
    public Optional<Plugin<?, ?, ?>> plugin(String name) {
        return plugins.stream().filter(plugin -> plugin.name().equals(name)).findFirst();
    }

    /** Of what is declared in {@code state/}. */
    public Survey survey() {
        return new Survey(this, new DeclaredWishes(repo));
    }

    /**
     * As {@link #survey}, for who says of the machine that it is as wished: nothing is looked at where {@code state/} says
     * something that no plugin reads, or of logs something that cannot be read.
     */
    public Survey wholeSurvey() throws IOException {
        var unread = new ArrayList<>(UnreadDocuments.of(this));
        unread.addAll(repo.read(Layout.logsConfig()).problems());
        return new Survey(this, new DeclaredWishes(repo), unread);
    }

    /** By the name of the plugin. */
    public Map<String, Kind<?, ?, ?>> kinds() {
        Map<String, Kind<?, ?, ?>> kinds = new LinkedHashMap<>();
        plugins.forEach(plugin -> kinds.put(plugin.name(), plugin.kind()));
        return kinds;
    }

    /** As {@link #kinds}, with those that are off. */
    Map<String, Kind<?, ?, ?>> allKinds() {
        var all = kinds();
        off.forEach(plugin -> all.put(plugin.name(), plugin.kind()));
        return all;
    }

    /** UTC, to the second: 2026-11-22T13:05:00Z. */
    public String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
