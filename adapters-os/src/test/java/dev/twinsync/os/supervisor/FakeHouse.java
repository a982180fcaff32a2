package dev.twinsync.os.supervisor;

import dev.twinsync.domain.shape.Tree;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the fake is: its add-ons, its store, its versions, its backups. Fields are open to the tests that lay the ground. */
public final class FakeHouse {

    public static final String COMMUNITY = "https://github.com/hassio-addons/repository";
    public static final String EXAMPLE = "https://github.com/example/addons";

    /** A password that nobody may find anywhere else. */
    public static final String PASSWORD = "correct-horse-battery";

    static final int FIRST_BACKUP = 0x1a2b3c4d;

    record Repository(String slug, String name, String source) {}

    record Backup(String slug, String name, String core, Map<String, Saved> addons, List<String> folders) {}

    /** An add-on as it was. */
    record Saved(String version, String state, Tree.Mapping options) {}

    final Map<String, FakeAddon> addons = new LinkedHashMap<>();
    final Map<String, Repository> repositories = new LinkedHashMap<>();
    final Map<String, Backup> backups = new LinkedHashMap<>();

    /** What a repository brings, by its address. */
    final Map<String, List<FakeAddon>> elsewhere = new LinkedHashMap<>();

    /** The one that the token belongs to. */
    public String self = "local_twin";

    public String core = "2026.8.1";
    public String coreLatest = "2026.8.3";
    public boolean coreRuns = true;
    boolean duplicateLogFile;
    public String supervisor = "2026.08.0";
    public String supervisorLatest = "2026.08.0";

    /** Empty: Home Assistant Supervised. */
    public String os = "18.0";

    public String osLatest = "18.1";
    public String osPending = "";

    /** What the Supervisor found wrong with itself. */
    final List<String> issues = new ArrayList<>();

    /** Backups are made without what they should hold, as the real one makes them where it does not find something. */
    boolean backupsForget;

    /** What is done in jobs that are no backups fails, and nobody is told. */
    boolean failsAfterBackups;

    private int made;

    /** What was asked for that leaves no other trace: {@code core restart}, {@code host reboot}. */
    public final List<String> done = new ArrayList<>();

    FakeHouse() {
        repositories.put("core", new Repository("core", "Official apps", "core"));
        repositories.put("local", new Repository("local", "Local apps", "local"));
        addRepository(COMMUNITY, "Community");
        var mqtt = new FakeAddon(
                "core_mosquitto",
                "Mosquitto broker",
                "6.5.2",
                false,
                Map.of("port", "int", "password", "password", "logins", "list", "debug", "bool?"),
                "{\"port\": 1883, \"password\": \"" + PASSWORD + "\", \"logins\": []}");
        put(mqtt);
        mqtt.install();
        mqtt.version = "6.5.1";
        mqtt.state = "started";
        put(new FakeAddon(
                "core_ssh",
                "Terminal",
                "10.1.0",
                false,
                Map.of("authorized_keys", "list"),
                "{\"authorized_keys\": []}"));
        put(new FakeAddon("core_armonly", "For others", "1.0", true, Map.of(), "{}"));
        var twin = new FakeAddon("local_twin", "twin", "0.1.0", false, Map.of(), "{}");
        put(twin);
        twin.install();
        twin.state = "started";
        var there = slug(EXAMPLE);
        elsewhere.put(EXAMPLE, List.of(new FakeAddon(there + "_hello", "Hello", "1.2", false, Map.of(), "{}")));
    }

    /** There is a newer Supervisor: until it is there, much is refused. */
    void offerSupervisor() {
        supervisorLatest = "2026.08.1";
    }

    void put(FakeAddon addon) {
        addons.put(addon.slug, addon);
    }

    /** As the real one makes it: the beginning of a digest of the address. */
    static String slug(String address) {
        try {
            var digest = MessageDigest.getInstance("SHA-1");
            var bytes = address.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(digest.digest(bytes)).substring(0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    void addRepository(String address, String name) {
        var slug = slug(address);
        repositories.put(slug, new Repository(slug, name, address));
        elsewhere.getOrDefault(address, List.of()).forEach(this::put);
    }

    Optional<FakeAddon> addon(String slug) {
        return Optional.ofNullable(addons.get(slug.equals("self") ? self : slug));
    }

    List<FakeAddon> installed() {
        return addons.values().stream().filter(FakeAddon::isInstalled).toList();
    }

    Backup save(String name, boolean withCore, List<String> slugs, List<String> folders) {
        var saved = new LinkedHashMap<String, Saved>();
        for (String slug : slugs) {
            addon(slug)
                    .filter(FakeAddon::isInstalled)
                    .filter(_ -> !backupsForget)
                    .ifPresent(addon -> saved.put(slug, new Saved(addon.version, addon.state, addon.options)));
        }
        var slug = "%08x".formatted(FIRST_BACKUP + made++);
        var backup = new Backup(slug, name, withCore ? core : "", saved, folders);
        backups.put(slug, backup);
        return backup;
    }

    /** @param keepsVersion the image could not be fetched, which the real one keeps to itself */
    void restore(Backup backup, boolean withCore, List<String> slugs, boolean keepsVersion) {
        if (withCore) {
            core = backup.core();
            coreRuns = true;
        }
        for (String slug : slugs) {
            var saved = Optional.ofNullable(backup.addons().get(slug));
            saved.ifPresent(old -> {
                var addon = addons.get(slug);
                addon.version = keepsVersion && addon.isInstalled() ? addon.version : old.version();
                addon.options = old.options();
                addon.state = old.state();
            });
        }
    }
}
