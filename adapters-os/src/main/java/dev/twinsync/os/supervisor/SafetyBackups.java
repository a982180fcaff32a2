package dev.twinsync.os.supervisor;

import dev.twinsync.domain.shape.Tree;
import dev.twinsync.domain.supervisor.AddonSlug;
import dev.twinsync.domain.supervisor.ReleaseName;
import dev.twinsync.os.Facts;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Backups that twin lets the Supervisor make before something risky, each of one thing, and called after it and its version. The
 * Supervisor leaves out without a word what it does not find, so each is looked into before it counts.
 */
record SafetyBackups(SupervisorApi api, Jobs jobs) {

    private static final String NEW = "backups/new/partial";

    /** One thing at one version. @param addon empty: Home Assistant */
    private record Subject(String name, Optional<AddonSlug> addon, String version) {

        static Subject of(AddonSlug slug, ReleaseName version) {
            return new Subject("twin addon " + slug + " " + version, Optional.of(slug), version.text());
        }

        static Subject core(ReleaseName version) {
            return new Subject("twin core " + version, Optional.empty(), version.text());
        }

        /** Home Assistant with its database: an older one cannot read that of a newer one. */
        Tree.MapBuilder body() {
            var body = Tree.map().put("name", name);
            return addon.isPresent()
                    ? body.put("addons", slugs())
                    : body.put("homeassistant", Tree.literal(true))
                            .put("homeassistant_exclude_database", Tree.literal(false));
        }

        Tree.MapBuilder restored() {
            return addon.isPresent()
                    ? Tree.map().put("addons", slugs())
                    : Tree.map().put("homeassistant", Tree.literal(true));
        }

        private Tree slugs() {
            return Tree.list(addon.map(slug -> Tree.text(slug.text())).stream().toList());
        }

        boolean isIn(Facts backup) {
            return addon.map(slug -> backup.at("addons").items().stream()
                            .anyMatch(one -> one.at("slug").text().equals(slug.text())
                                    && one.at("version").text().equals(version)))
                    .orElseGet(() -> backup.at("homeassistant").text().equals(version));
        }
    }

    FreshBackup ofAddon(AddonSlug slug, ReleaseName version, Share share) throws NoAnswer, NotDone {
        return make(Subject.of(slug, version), share);
    }

    FreshBackup ofCore(ReleaseName version, Share share) throws NoAnswer, NotDone {
        return make(Subject.core(version), share);
    }

    private FreshBackup make(Subject subject, Share share) throws NoAnswer, NotDone {
        var before = called(subject.name()).stream().map(SafetyBackups::slug).collect(Collectors.toSet());
        var what = "making a backup: " + subject.name();
        var done = jobs.run(NEW, subject.body(), Jobs.BACKUPS, Patience.BACKUP, share, what)
                .flatMap(SafetyBackups::made);
        var backup = new FreshBackup(api, done.isPresent() ? done.get() : found(subject, before));
        var slug = backup.slug();
        if (!subject.isIn(jobs.once(() -> api.get("backups/" + slug + "/info", Patience.LOOK)))) {
            throw new NotDone("the backup " + slug + " does not hold what it should; nothing was changed, and "
                    + backup.withdrawn());
        }
        share.at(100, "made the backup " + slug + ": " + subject.name());
        return backup;
    }

    /** The answer names it, and a job refers to it. */
    private static Optional<String> made(Facts said) {
        return Optional.of(said.at("slug").text())
                .filter(slug -> !slug.isEmpty())
                .or(() -> Optional.of(said.at("reference").text()))
                .filter(slug -> !slug.isEmpty());
    }

    private String found(Subject subject, Set<String> before) throws NoAnswer, NotDone {
        var now = new HashSet<String>();
        for (Facts backup : called(subject.name())) {
            now.add(slug(backup));
        }
        now.removeAll(before);
        return now.stream()
                .findFirst()
                .orElseThrow(() -> new NotDone(
                        "the Supervisor made no backup, so nothing was changed; why is in its log: twin logs"));
    }

    private static String slug(Facts backup) {
        return backup.at("slug").text();
    }

    private List<Facts> called(String name) throws NoAnswer {
        return jobs.once(() -> api.get("backups", Patience.LOOK)).at("backups").items().stream()
                .filter(backup -> backup.at("name").text().equals(name))
                .toList();
    }

    /** The newest backup of that add-on at that version, if there is one. */
    Optional<String> newest(AddonSlug slug, ReleaseName version) throws NoAnswer {
        return newest(Subject.of(slug, version));
    }

    Optional<String> newestOfCore(ReleaseName version) throws NoAnswer {
        return newest(Subject.core(version));
    }

    private Optional<String> newest(Subject subject) throws NoAnswer {
        var candidates = called(subject.name()).stream()
                .filter(backup -> !backup.at("protected").truth())
                .sorted(Comparator.comparing((Facts backup) -> backup.at("date").text())
                        .reversed())
                .toList();
        for (Facts backup : candidates) {
            if (subject.isIn(api.get("backups/" + slug(backup) + "/info", Patience.LOOK))) {
                return Optional.of(slug(backup));
            }
        }
        return Optional.empty();
    }

    void restore(AddonSlug slug, ReleaseName version, Share share) throws NoAnswer, NotDone {
        restore(Subject.of(slug, version), share);
    }

    void restoreCore(ReleaseName version, Share share) throws NoAnswer, NotDone {
        restore(Subject.core(version), share);
    }

    private void restore(Subject subject, Share share) throws NoAnswer, NotDone {
        var backup = newest(subject).orElseThrow(() -> new NotDone(missing(subject.name())));
        var what = "restoring the backup " + backup + ": " + subject.name();
        jobs.run("backups/" + backup + "/restore/partial", subject.restored(), backup, Patience.BACKUP, share, what);
    }

    static String missing(AddonSlug slug, ReleaseName version) {
        return missing(Subject.of(slug, version).name());
    }

    static String missingCore(ReleaseName version) {
        return missing(Subject.core(version).name());
    }

    private static String missing(String name) {
        return "the Supervisor has no backup called \"" + name
                + "\", and only from one an older version comes back; twin makes one before it changes a version";
    }
}
