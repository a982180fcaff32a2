package dev.twinsync.cli.migrate;

import dev.twinsync.cli.command.CommonOptions;
import dev.twinsync.cli.terminal.Console;
import dev.twinsync.cli.terminal.Exit;
import dev.twinsync.cli.terminal.TextColumns;
import dev.twinsync.domain.Printable;
import dev.twinsync.domain.ShellWord;
import dev.twinsync.domain.predecessor.LeftOut;
import dev.twinsync.domain.shape.Tree;
import dev.twinsync.flow.migrating.Exposed;
import dev.twinsync.flow.migrating.Made;
import dev.twinsync.flow.migrating.Migrate;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What came of a migration, for people and for programs. */
record MigrationText(Path from, Path to, Console console, CommonOptions options) {

    private static final int MOST_SECRETS = 20;
    private static final int MOST_OF_ONE_REASON = 5;

    Exit show(Migrate.Result result) {
        return switch (result) {
            case Migrate.Result.IsTwin() ->
                no(from + " is a twin repository already; to use it: twin status --repo " + ShellWord.of(from));
            case Migrate.Result.Unknown() ->
                no(from
                        + " was not made by twinsync: it has neither system/packages/dpkg.txt nor system/services/ of the"
                        + " script, nor a config.yaml with twin_repo or plugins of its port to Python");
            case Migrate.Result.Unreadable(var problems) -> {
                problems.forEach(problem -> console.complain(problem.toString()));
                yield no(from + " may be of twinsync or of twin, which only that could say; nothing was made");
            }
            case Migrate.Result.Migrated migrated -> {
                secrets(migrated.secrets());
                migrated.unsettled().forEach(one -> console.complain(one.toString()));
                migrated.questions().forEach(console::complain);
                if (options.asJson()) {
                    console.json(tree(migrated));
                } else {
                    print(migrated);
                }
                yield migrated.unsettled().isEmpty() ? Exit.OK : Exit.PARTIAL;
            }
        };
    }

    private Exit no(String reason) {
        console.complain(reason);
        return Exit.ERROR;
    }

    private void secrets(List<Exposed> secrets) {
        secrets.stream().limit(MOST_SECRETS).forEach(this::complain);
        if (secrets.size() > MOST_SECRETS) {
            console.complain(
                    "and " + (secrets.size() - MOST_SECRETS) + " more secrets; for all of them: --output json");
        }
        if (!secrets.isEmpty()) {
            console.complain(
                    "none of these was copied; whoever has seen the old repository, or a copy of it, has them");
        }
    }

    private void complain(Exposed exposed) {
        var leak = exposed.leak();
        console.complain(exposed.place() + ": a secret lies in the open (" + leak.rule() + "): " + leak.masked()
                + "; rotate it: make a new one where it is used, and have this one refused");
    }

    private void print(Migrate.Result.Migrated migrated) {
        console.line("Migrated " + Printable.of(from.toString()) + ", made by " + madeBy(migrated.made()) + ", to "
                + Printable.of(to.toString()));
        console.line(
                migrated.onItsMachine()
                        ? "It is about this machine, so what it does not say was seen here."
                        : "It is about another machine than this one, as far as it says so; if not: --machine this");
        new TreeMap<>(migrated.taken())
                .forEach((kind, wishes) ->
                        console.line(String.format(TextColumns.PLUGIN + "%5d declared", kind, wishes)));
        leftOut(migrated.leftOut());
        migrated.remote()
                .ifPresent(remote -> console.line("It was kept at GitHub as " + Printable.of(remote)
                        + "; a new repository is made by: twin remote create"));
        console.line("Next: twin plan --repo " + Printable.of(ShellWord.of(to)));
    }

    private static String madeBy(Made made) {
        return switch (made) {
            case BASH -> "the script";
            case PYTHON -> "its port to Python";
            case BOTH -> "the script and its port to Python";
        };
    }

    private void leftOut(List<LeftOut> leftOut) {
        if (leftOut.isEmpty()) {
            return;
        }
        console.line("Not taken over: " + leftOut.size());
        Map<String, List<LeftOut>> byReason = leftOut.stream()
                .collect(Collectors.groupingBy(LeftOut::reason, LinkedHashMap::new, Collectors.toList()));
        byReason.forEach((reason, all) -> group(reason, all));
    }

    private void group(String reason, List<LeftOut> all) {
        console.line("  " + Printable.of(reason) + (all.size() > 1 ? " (" + all.size() + ")" : ""));
        long shown = options.verbose() ? all.size() : MOST_OF_ONE_REASON;
        all.stream()
                .limit(shown)
                .forEach(each -> console.line(
                        "    " + Printable.of(each.place() + (each.subject().isEmpty() ? "" : " " + each.subject()))));
        if (all.size() > shown) {
            console.line("    and " + (all.size() - shown) + " more; for all of them: -v");
        }
    }

    private Tree tree(Migrate.Result.Migrated migrated) {
        var taken = Tree.map();
        new TreeMap<>(migrated.taken()).forEach((kind, wishes) -> taken.put(kind, Tree.literal(wishes)));
        var map = Tree.map()
                .put("from", from.toString())
                .put("repository", to.toString())
                .put("made_by", migrated.made().name().toLowerCase(Locale.ROOT))
                .put("about_this_machine", Tree.literal(migrated.onItsMachine()))
                .put("taken", taken.build())
                .put("left_out", list(migrated.leftOut()))
                .put("unsettled", list(migrated.unsettled()))
                .put(
                        "secrets",
                        Tree.list(migrated.secrets().stream()
                                .map(MigrationText::tree)
                                .toList()))
                .put(
                        "questions",
                        Tree.list(migrated.questions().stream().map(Tree::text).toList()));
        migrated.remote().ifPresent(remote -> map.put("github", remote));
        migrated.commit().ifPresent(id -> map.put("commit", id));
        return map.build();
    }

    private static Tree list(List<LeftOut> leftOut) {
        return Tree.list(leftOut.stream().map(MigrationText::tree).toList());
    }

    private static Tree tree(LeftOut leftOut) {
        var map = Tree.map().put("file", leftOut.file()).put("line", Tree.literal(leftOut.line()));
        if (!leftOut.subject().isEmpty()) {
            map.put("subject", leftOut.subject());
        }
        return map.put("reason", leftOut.reason()).build();
    }

    private static Tree tree(Exposed exposed) {
        var leak = exposed.leak();
        var map = Tree.map().put("file", leak.file()).put("line", Tree.literal(leak.line()));
        exposed.commit().ifPresent(id -> map.put("commit", id));
        return map.put("rule", leak.rule())
                .put("masked", leak.masked())
                .put("fingerprint", leak.fingerprint())
                .build();
    }
}
