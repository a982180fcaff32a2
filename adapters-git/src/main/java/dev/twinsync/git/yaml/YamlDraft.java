package dev.twinsync.git.yaml;

import dev.twinsync.domain.shape.Tree;
import dev.twinsync.port.Alignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is to become of a node of a document. */
sealed interface YamlDraft {

    Tree tree();

    /** It stays as it is written. */
    record Kept(YamlNode node) implements YamlDraft {
        @Override
        public Tree tree() {
            return node.tree();
        }
    }

    /** It is written anew. */
    record Made(Tree tree) implements YamlDraft {}

    /** Some of what it holds changes; {@code lines} is changed in place, and what goes stays in it as gone. */
    record Changed(YamlNode.Branch origin, List<Line> lines) implements YamlDraft {

        static Changed of(YamlNode.Branch origin) {
            var lines = new ArrayList<Line>();
            origin.entries().forEach(entry -> lines.add(Line.kept(entry)));
            return new Changed(origin, lines);
        }

        List<Line> live() {
            return lines.stream().filter(line -> !line.isGone()).toList();
        }

        Optional<Line> line(String key) {
            return lines.stream()
                    .filter(line -> !line.isGone() && line.key().equals(key))
                    .findFirst();
        }

        /** @param at counted without what is gone; behind the last one at most */
        void insert(int at, Line line) {
            int behind = 0;
            for (int live = 0; live < at; behind++) {
                live += lines.get(behind).isGone() ? 0 : 1;
            }
            lines.add(behind, line);
        }

        @Override
        public Tree tree() {
            if (!origin.isMap()) {
                return Tree.list(
                        live().stream().map(line -> line.value().tree()).toList());
            }
            var map = Tree.map();
            live().forEach(line -> map.put(line.key(), line.value().tree()));
            return map.build();
        }
    }

    /** One line of a map or item of a list, which was there before or is new. */
    final class Line {
        private final String key;
        private final Optional<YamlNode.Entry> origin;
        private final Optional<String> comment;
        private YamlDraft value;
        private boolean gone;

        private Line(String key, Optional<YamlNode.Entry> origin, YamlDraft value, Optional<String> comment) {
            this.key = key;
            this.origin = origin;
            this.value = value;
            this.comment = comment;
        }

        static Line kept(YamlNode.Entry entry) {
            return new Line(entry.key(), Optional.of(entry), new Kept(entry.value()), Optional.empty());
        }

        static Line made(String key, Tree value, Optional<String> comment) {
            return new Line(key, Optional.empty(), new Made(value), comment);
        }

        String key() {
            return key;
        }

        Optional<YamlNode.Entry> origin() {
            return origin;
        }

        YamlDraft value() {
            return value;
        }

        Optional<String> comment() {
            return comment;
        }

        boolean isGone() {
            return gone;
        }

        void goes() {
            gone = true;
        }

        void becomes(YamlDraft other) {
            value = other;
        }
    }

    /** The same, to say this: what of it says it already stays. */
    static YamlDraft saying(YamlDraft draft, Tree wanted) {
        if (draft.tree().saysTheSameAs(wanted)) {
            return draft;
        }
        return switch (open(draft)) {
            case Changed changed
            when changed.origin().isMap() && wanted instanceof Tree.Mapping map -> fieldsSaying(changed, map);
            case Changed changed
            when !changed.origin().isMap() && wanted instanceof Tree.Sequence(var items, var _) ->
                itemsSaying(changed, items);
            case YamlDraft _ -> new Made(wanted);
        };
    }

    /** With its lines at hand, if it has any. */
    static YamlDraft open(YamlDraft draft) {
        return draft instanceof Kept(YamlNode.Branch branch) ? Changed.of(branch) : draft;
    }

    private static YamlDraft fieldsSaying(Changed map, Tree.Mapping wanted) {
        map.live().stream().filter(line -> wanted.get(line.key()).isEmpty()).forEach(Line::goes);
        for (Tree.Entry entry : wanted.entries()) {
            map.line(entry.key())
                    .ifPresentOrElse(
                            line -> line.becomes(saying(line.value(), entry.value())),
                            () -> map.lines().add(Line.made(entry.key(), entry.value(), Optional.empty())));
        }
        return map;
    }

    private static YamlDraft itemsSaying(Changed list, List<Tree> wanted) {
        var live = list.live();
        var pairs = Alignment.of(live.stream().map(line -> line.value().tree()).toList(), wanted);
        for (int index = 0; index < live.size(); index++) {
            var line = live.get(index);
            pairs.wantedFor(index)
                    .ifPresentOrElse(partner -> line.becomes(saying(line.value(), wanted.get(partner))), line::goes);
        }
        for (int index = 0; index < wanted.size(); index++) {
            if (pairs.isNew(index)) {
                list.insert(index, Line.made("", wanted.get(index), Optional.empty()));
            }
        }
        return list;
    }
}
