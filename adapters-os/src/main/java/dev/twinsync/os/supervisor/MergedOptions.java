package dev.twinsync.os.supervisor;

import dev.twinsync.domain.shape.Tree;
import dev.twinsync.domain.supervisor.AddonSettings;
import dev.twinsync.domain.supervisor.OptionValue;
import dev.twinsync.domain.supervisor.OptionValue.FromFile;
import dev.twinsync.domain.supervisor.OptionValue.Hidden;
import dev.twinsync.domain.supervisor.OptionValue.Keep;
import dev.twinsync.domain.supervisor.OptionValue.Nothing;
import dev.twinsync.domain.supervisor.OptionValue.Several;
import dev.twinsync.domain.supervisor.OptionValue.Table;
import dev.twinsync.domain.supervisor.OptionValue.Text;
import dev.twinsync.domain.supervisor.OptionValue.Truth;
import dev.twinsync.os.Facts;
import dev.twinsync.os.secrets.SecretOnDisk;
import dev.twinsync.os.secrets.Veil;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The options of an add-on with wishes laid over them: the Supervisor replaces all of them at once.
 *
 * @param body what to send
 * @param veil hides what no document holds: whoever refuses options repeats them
 */
record MergedOptions(Tree.Mapping body, Veil veil) {

    private static final String MASK = "‹hidden›";

    /** Shorter ones stand in too many words by chance. */
    private static final int SHORTEST_SECRET = 4;

    static Veil veil(AddonFacts addon) {
        var veil = new Veil(MASK, SHORTEST_SECRET);
        addon.secrets().forEach(secret -> hide(veil, secret));
        return veil;
    }

    /** Its lines too: a log shows each by itself. */
    private static void hide(Veil veil, String secret) {
        veil.hide(secret);
        secret.lines().forEach(veil::hide);
    }

    /** Only where the wishes name options. @param files what secrets in files are read by */
    static MergedOptions of(AddonFacts addon, AddonSettings wishes, SecretOnDisk files) throws IOException {
        var merging = new Merging(files, veil(addon));
        var there = addon.facts().at("options").entries();
        var all = new TreeMap<String, Tree>();
        there.forEach((name, value) -> all.put(name, value.tree()));
        for (var wish : wishes.options().entrySet()) {
            if (addon.schema().lacks(wish.getKey())) {
                throw new NotDone(addon.slug() + " has no option " + wish.getKey());
            }
            all.put(wish.getKey(), merging.value(wish.getKey(), wish.getValue(), of(there, wish.getKey())));
        }
        var body = Tree.map();
        all.forEach(body::put);
        return new MergedOptions(body.build(), merging.veil());
    }

    private static Optional<Facts> of(Map<String, Facts> values, String name) {
        return Optional.ofNullable(values.get(name));
    }

    private record Merging(SecretOnDisk files, Veil veil) {

        Tree value(String name, OptionValue wish, Optional<Facts> there) throws IOException {
            return switch (wish) {
                case Text(var text) -> Tree.text(text);
                case OptionValue.Number(var number) -> Tree.literal(number.toPlainString());
                case Truth(var truth) -> Tree.literal(truth);
                case Nothing() -> Tree.literal("");
                case Several(var values) -> list(name, values, there);
                case Table(var values) -> table(name, values, there);
                case FromFile(var path) -> secret(Path.of(path));
                case Keep() -> kept(name, there);
                case Hidden _ -> throw new NotDone("the option " + name + " is wished for by a mask");
            };
        }

        private Tree list(String name, List<OptionValue> wishes, Optional<Facts> there) throws IOException {
            var before = there.map(Facts::items).orElse(List.of());
            var items = new ArrayList<Tree>();
            for (int at = 0; at < wishes.size(); at++) {
                items.add(value(
                        name, wishes.get(at), at < before.size() ? Optional.of(before.get(at)) : Optional.empty()));
            }
            return Tree.list(items);
        }

        private Tree table(String name, Map<String, OptionValue> wishes, Optional<Facts> there) throws IOException {
            var before = there.map(Facts::entries).orElse(Map.of());
            var table = Tree.map();
            for (var wish : new TreeMap<>(wishes).entrySet()) {
                table.put(wish.getKey(), value(name + "." + wish.getKey(), wish.getValue(), of(before, wish.getKey())));
            }
            return table.build();
        }

        private Tree secret(Path file) throws IOException {
            var text = files.text(file);
            hide(veil, text);
            return Tree.text(text);
        }

        private Tree kept(String name, Optional<Facts> there) throws NotDone {
            var value = there.orElseThrow(() -> new NotDone("it has no option " + name + " that could be kept"));
            hide(veil, value.text());
            return value.tree();
        }
    }
}
