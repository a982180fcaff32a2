package dev.twinsync.os.supervisor;

import dev.twinsync.domain.shape.Tree;
import java.util.List;
import java.util.Optional;

/** The routes of the store: its add-ons and its repositories. */
record FakeStoreRoutes(FakeHouse house, FakeSwitches switches, FakeJobs jobs) {

    /** What a call answers whose job may go on in the background. */
    static FakeReply begun(Optional<String> job) {
        return job.map(id -> FakeReply.ok(Tree.map().put("job_id", id).build())).orElseGet(FakeReply::ok);
    }

    Optional<FakeReply> answer(FakeCall call) {
        return switch (call.method() + " " + call.path()) {
            case "GET store" ->
                Optional.of(FakeReply.ok(Tree.map()
                        .put("addons", addons())
                        .put("repositories", repositories())
                        .build()));
            case "GET store/addons" ->
                Optional.of(FakeReply.ok(Tree.map().put("addons", addons()).build()));
            case "GET store/repositories" -> Optional.of(FakeReply.ok(repositories()));
            case "POST store/reload" -> Optional.of(FakeReply.ok());
            case "POST store/repositories" -> Optional.of(add(call));
            case String _ -> withSlug(call);
        };
    }

    private Optional<FakeReply> withSlug(FakeCall call) {
        return call.match("GET", "store/addons/*")
                .map(parts -> FakeReply.ok(find(parts.get(2)).inStore(true)))
                .or(() -> call.match("POST", "store/addons/*/install").map(parts -> install(parts.get(2), call)))
                .or(() -> call.match("POST", "addons/*/install").map(parts -> install(parts.get(1), call)))
                .or(() -> call.match("POST", "store/addons/*/update").map(parts -> update(parts.get(2), call)))
                .or(() -> call.match("POST", "addons/*/update").map(parts -> update(parts.get(1), call)))
                .or(() -> call.match("GET", "store/repositories/*")
                        .map(parts -> FakeReply.ok(shown(known(parts.get(2))))))
                .or(() -> call.match("DELETE", "store/repositories/*").map(parts -> remove(known(parts.get(2)))));
    }

    private Tree addons() {
        return Tree.list(house.addons.values().stream()
                .map(addon -> FakeReply.tree(addon.inStore(false)))
                .toList());
    }

    private Tree repositories() {
        return Tree.list(
                house.repositories.values().stream().map(FakeStoreRoutes::shown).toList());
    }

    private static Tree shown(FakeHouse.Repository repository) {
        return Tree.map()
                .put("slug", repository.slug())
                .put("name", repository.name())
                .put("source", repository.source())
                .put("url", "https://example.org")
                .put("maintainer", "somebody")
                .build();
    }

    private FakeAddon find(String slug) {
        return house.addon(slug)
                .orElseThrow(() -> FakeReply.error(
                        404, "App " + slug + " does not exist in the store", "store_app_not_found_error", named(slug)));
    }

    private static Tree.Mapping named(String slug) {
        return Tree.map().put("app", slug).build();
    }

    private FakeReply install(String slug, FakeCall call) {
        var addon = find(slug);
        boolean background = call.body("background").at("background").truth();
        switches.system.check(house, "AppManager.install", FakeSystem.NEW_IMAGE);
        if (addon.isInstalled()) {
            throw FakeReply.error(
                    400, "App " + slug + " is already installed", "app_already_installed_error", named(slug));
        }
        if (addon.foreign) {
            throw FakeReply.error(
                    400,
                    "App " + slug + " not supported on this platform, supported architectures: aarch64",
                    "addon_not_supported_architecture_error",
                    named(slug));
        }
        return begun(jobs.begin("app_manager_install", "app_" + slug, slug, false, background, addon::install));
    }

    private FakeReply update(String slug, FakeCall call) {
        var addon = find(slug);
        if (!addon.isInstalled()) {
            throw FakeReply.error(400, "App " + slug + " is not installed");
        }
        if (addon.slug.equals(house.self)) {
            throw FakeReply.error(403, "App " + slug + " can't update itself!");
        }
        var body = call.body("backup", "background");
        switches.system.check(house, "AppManager.update", FakeSystem.NEW_IMAGE);
        if (!addon.needsUpdate()) {
            throw FakeReply.error(
                    400, "No update available for app " + slug, "app_no_update_available_error", named(slug));
        }
        boolean background = body.at("background").truth();
        return begun(jobs.begin("addon_manager_update", "app_" + slug, slug, false, background, () -> {
            if (body.at("backup").truth()) {
                house.save("addon_" + slug + "_" + addon.version, false, List.of(slug), List.of());
            }
            addon.version = addon.updatesInVain ? addon.version : addon.versionLatest;
        }));
    }

    private FakeReply add(FakeCall call) {
        var address = call.body("repository").at("repository").text();
        if (address.isEmpty()) {
            throw FakeReply.error(400, "required key not provided @ data['repository']. Got None");
        }
        if (!address.matches("https?://[^ ]+")) {
            throw FakeReply.error(
                    400,
                    "No valid repository format! for dictionary value @ data['repository']. Got '" + address + "'");
        }
        if (house.repositories.containsKey(FakeHouse.slug(address))) {
            throw FakeReply.error(
                    409,
                    "Can't add " + address + ", already in the store",
                    "store_repository_already_added_error",
                    Tree.map().build());
        }
        switches.system.check(
                house,
                "StoreManager.add_repository",
                "internet_system",
                "supervisor_updated",
                "os_supported",
                "home_assistant_core_supported");
        switches.system.check(house, "GitRepo.clone", "free_space", "internet_system");
        house.addRepository(address, "Added");
        return FakeReply.ok();
    }

    private FakeHouse.Repository known(String slug) {
        return Optional.ofNullable(house.repositories.get(slug))
                .orElseThrow(() -> FakeReply.error(404, "Repository " + slug + " does not exist in the store"));
    }

    private FakeReply remove(FakeHouse.Repository repository) {
        if (List.of("core", "local", "a0d7b954", "5c53de3b", "d5369777").contains(repository.slug())) {
            throw FakeReply.error(400, "Can't remove built-in repositories!");
        }
        if (house.installed().stream().anyMatch(addon -> addon.repository.equals(repository.slug()))) {
            throw FakeReply.error(400, "Can't remove '" + repository.source() + "'. It's used by installed apps");
        }
        house.repositories.remove(repository.slug());
        house.addons.values().removeIf(addon -> addon.repository.equals(repository.slug()));
        return FakeReply.ok();
    }
}
