package dev.twinsync.os.supervisor;

import dev.twinsync.domain.shape.Tree;
import dev.twinsync.os.Facts;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The routes of backups. Their jobs are kept when they are done. */
record FakeBackupRoutes(FakeHouse house, FakeSwitches switches, FakeJobs jobs) {

    private static final String GROUP = "backup_manager";
    private static final String PARTIAL = "backup_manager_partial_backup";
    private static final String RESTORE = "backup_manager_partial_restore";

    Optional<FakeReply> answer(FakeCall call) {
        return switch (call.method() + " " + call.path()) {
            case "GET backups" -> Optional.of(FakeReply.ok(list().build()));
            case "GET backups/info" ->
                Optional.of(FakeReply.ok(
                        list().put("days_until_stale", Tree.literal(30)).build()));
            case "POST backups/reload" -> Optional.of(FakeReply.ok());
            case "POST backups/new/partial" -> Optional.of(save(call));
            case String _ -> withSlug(call);
        };
    }

    private Optional<FakeReply> withSlug(FakeCall call) {
        return call.match("GET", "backups/*/info")
                .map(parts -> FakeReply.ok(info(find(parts.get(1)))))
                .or(() ->
                        call.match("POST", "backups/*/restore/partial").map(parts -> restore(find(parts.get(1)), call)))
                .or(() -> call.match("DELETE", "backups/*").map(parts -> {
                    call.body("location");
                    house.backups.remove(find(parts.get(1)).slug());
                    return FakeReply.ok();
                }));
    }

    private FakeHouse.Backup find(String slug) {
        return Optional.ofNullable(house.backups.get(slug))
                .orElseThrow(() -> FakeReply.error(404, "Backup does not exist"));
    }

    private Tree.MapBuilder list() {
        return Tree.map()
                .put(
                        "backups",
                        Tree.list(house.backups.values().stream()
                                .map(FakeBackupRoutes::line)
                                .toList()));
    }

    private static Tree.MapBuilder head(FakeHouse.Backup backup) {
        return Tree.map()
                .put("slug", backup.slug())
                .put("name", backup.name())
                .put(
                        "date",
                        "2026-08-21T10:00:00.%06d+00:00"
                                .formatted(Integer.parseInt(backup.slug(), 16) - FakeHouse.FIRST_BACKUP))
                .put("type", "partial")
                .put("size", Tree.literal("12.3"))
                .put("size_bytes", Tree.literal(12_897_484))
                .put("location", Tree.literal(""))
                .put("locations", Tree.list(List.of(Tree.literal(""))))
                .put("protected", Tree.literal(false))
                .put("compressed", Tree.literal(true));
    }

    private static Tree line(FakeHouse.Backup backup) {
        return head(backup)
                .put(
                        "content",
                        Tree.map()
                                .put(
                                        "homeassistant",
                                        Tree.literal(!backup.core().isEmpty()))
                                .put(
                                        "addons",
                                        FakeReply.texts(
                                                List.copyOf(backup.addons().keySet())))
                                .put("folders", FakeReply.texts(backup.folders()))
                                .build())
                .build();
    }

    private Tree info(FakeHouse.Backup backup) {
        var addons = backup.addons().entrySet().stream()
                .map(saved -> Tree.map()
                        .put("slug", saved.getKey())
                        .put(
                                "name",
                                house.addon(saved.getKey())
                                        .map(addon -> addon.name)
                                        .orElse(saved.getKey()))
                        .put("version", saved.getValue().version())
                        .put("size", Tree.literal("1.2"))
                        .build())
                .toList();
        return head(backup)
                .put("supervisor_version", house.supervisor)
                .put("homeassistant", backup.core().isEmpty() ? Tree.literal("") : Tree.text(backup.core()))
                .put("addons", Tree.list(addons))
                .put("repositories", Tree.list(List.of()))
                .put("folders", FakeReply.texts(backup.folders()))
                .put("homeassistant_exclude_database", Tree.literal(true))
                .put("extra", Tree.map().build())
                .build();
    }

    private FakeReply save(FakeCall call) {
        var body = call.body(
                "name",
                "filename",
                "password",
                "compressed",
                "location",
                "homeassistant_exclude_database",
                "background",
                "extra",
                "addons",
                "folders",
                "homeassistant");
        for (String folder : body.at("folders").texts()) {
            if (!List.of("share", "addons/local", "ssl", "media", "homeassistant")
                    .contains(folder)) {
                throw FakeReply.error(
                        400, "value must be one of the folders @ data['folders'][0]. Got '" + folder + "'");
            }
        }
        switches.system.check(house, "BackupManager.do_backup_partial", "running");
        if (switches.system.backupMount.isEmpty()) {
            switches.system.check(house, "BackupManager.do_backup_partial", "free_space");
        }
        var made = new AtomicReference<FakeHouse.Backup>();
        var job = jobs.begin(PARTIAL, GROUP, "", true, body.at("background").truth(), () -> {
            made.set(house.save(
                    body.at("name").text(),
                    body.at("homeassistant").truth(),
                    slugs(body),
                    body.at("folders").texts()));
            jobs.refer(PARTIAL, made.get().slug());
        });
        return job.isPresent() ? FakeStoreRoutes.begun(job) : done(made.get());
    }

    private FakeReply done(FakeHouse.Backup backup) {
        return FakeReply.ok(Tree.map()
                .put("job_id", jobs.newest(PARTIAL))
                .put("slug", backup.slug())
                .build());
    }

    private List<String> slugs(Facts body) {
        return body.at("addons").text().equals("ALL")
                ? house.installed().stream().map(addon -> addon.slug).toList()
                : body.at("addons").texts();
    }

    private FakeReply restore(FakeHouse.Backup backup, FakeCall call) {
        var body = call.body("password", "background", "location", "homeassistant", "addons", "folders");
        boolean withCore = body.at("homeassistant").truth();
        switches.system.check(
                house,
                "BackupManager.do_restore_partial",
                "free_space",
                "healthy",
                "internet_host",
                "internet_system",
                "running");
        if (withCore && backup.core().isEmpty()) {
            throw FakeReply.error(400, "No Home Assistant Core data inside the backup");
        }
        var job = jobs.begin(
                RESTORE,
                GROUP,
                backup.slug(),
                true,
                body.at("background").truth(),
                () -> bringBack(backup, withCore, body.at("addons").texts()));
        return FakeReply.ok(Tree.map()
                .put("job_id", job.orElseGet(() -> jobs.newest(RESTORE)))
                .build());
    }

    private void bringBack(FakeHouse.Backup backup, boolean withCore, List<String> slugs) {
        if (!backup.addons().keySet().containsAll(slugs)) {
            throw FakeReply.error(
                    400, "An error occurred during restore of " + backup.slug() + ", check job or supervisor logs");
        }
        if (withCore && !backup.core().equals(house.core)) {
            switches.system.check(house, "HomeAssistantCore.update", FakeSystem.NEW_IMAGE);
        }
        house.restore(backup, withCore, slugs, switches.restoreKeepsVersion);
    }
}
