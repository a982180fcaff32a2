package dev.twinsync.domain;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.cron.CronCommand;
import dev.twinsync.domain.cron.CronEnvironment;
import dev.twinsync.domain.cron.CronId;
import dev.twinsync.domain.cron.Schedule;
import dev.twinsync.domain.cron.UserName;
import dev.twinsync.domain.desktop.DesktopPlace;
import dev.twinsync.domain.desktop.SettingName;
import dev.twinsync.domain.files.AccountName;
import dev.twinsync.domain.files.FileMode;
import dev.twinsync.domain.files.LinkTarget;
import dev.twinsync.domain.files.PathGlob;
import dev.twinsync.domain.files.TargetPath;
import dev.twinsync.domain.files.TwinPath;
import dev.twinsync.domain.homeassistant.ConfigPath;
import dev.twinsync.domain.homeassistant.CoreService;
import dev.twinsync.domain.network.InterfaceName;
import dev.twinsync.domain.network.ProfileName;
import dev.twinsync.domain.network.ProfileType;
import dev.twinsync.domain.network.ProfileUuid;
import dev.twinsync.domain.network.SecretFile;
import dev.twinsync.domain.network.SecretKey;
import dev.twinsync.domain.packages.PackageName;
import dev.twinsync.domain.packages.PackageVersion;
import dev.twinsync.domain.services.UnitName;
import dev.twinsync.domain.services.UnitScope;
import dev.twinsync.domain.supervisor.AddonSlug;
import dev.twinsync.domain.supervisor.OptionValue;
import dev.twinsync.domain.supervisor.ReleaseName;
import dev.twinsync.domain.supervisor.RepositorySource;
import dev.twinsync.domain.timers.Calendar;
import dev.twinsync.domain.timers.Interval;
import dev.twinsync.domain.timers.Span;
import dev.twinsync.domain.timers.TimerName;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for everything that any of the small types accepts, tried on texts put together of good and evil pieces. */
class InjectionPropertyTest {

    /** @param inCommandLines whether it may stand in the command line of a program */
    record Type(String name, boolean inCommandLines, Consumer<String> constructor) {

        boolean accepts(String text) {
            try {
                constructor.accept(text);
                return true;
            } catch (IllegalArgumentException refused) {
                return false;
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Type> types() {
        return Stream.of(
                new Type("PackageName", true, PackageName::new),
                new Type("PackageVersion", true, PackageVersion::new),
                new Type("UnitName", true, UnitName::new),
                new Type("UnitScope.User", true, UnitScope.User::new),
                new Type("UserName", true, UserName::new),
                new Type("CronId", true, CronId::new),
                new Type("DesktopPlace", true, DesktopPlace::of),
                new Type("SettingName", true, SettingName::new),
                new Type("AccountName", true, AccountName::new),
                new Type("FileMode", true, FileMode::new),
                new Type("Digest", true, Digest::new),
                new Type("TargetPath", true, TargetPath::new),
                new Type("TwinPath", true, TwinPath::new),
                new Type("LinkTarget", false, LinkTarget::new),
                new Type("PathGlob", false, PathGlob::new),
                new Type("ProfileUuid", true, ProfileUuid::new),
                new Type("InterfaceName", true, InterfaceName::new),
                new Type("ProfileType", true, ProfileType::new),
                new Type("SecretFile", true, SecretFile::new),
                new Type("SecretKey", true, SecretKey::parse),
                new Type("ProfileName", false, ProfileName::new),
                new Type("ConfigPath", false, ConfigPath::new),
                new Type("CoreService", true, CoreService::new),
                new Type("AddonSlug", true, AddonSlug::new),
                new Type("RepositorySource", true, RepositorySource::new),
                new Type("ReleaseName", true, ReleaseName::new),
                new Type("OptionValue.FromFile", true, OptionValue.FromFile::new),
                new Type("Schedule", false, Schedule::new),
                new Type("TimerName", true, TimerName::new),
                new Type("Calendar", true, Calendar::new),
                new Type("Span", false, Span::new),
                new Type("Interval", false, Interval::parse),
                new Type("CronCommand", false, CronCommand::new),
                new Type("CronEnvironment", false, text -> new CronEnvironment(Map.of("A", text))));
    }

    private static final List<String> GOOD = List.of(
            "a",
            "htop",
            "x.service",
            "/etc/x",
            "filesystem/x",
            "0644",
            "1.0",
            "wifi-security.psk",
            "0c903f3c-5b8e-4c1d-9d0a-3a1f5ce3b1aa",
            "eth0",
            "* * * * *",
            "root",
            "@daily",
            "org.a:/b/",
            "f[g]",
            "core_x",
            "automation.reload",
            "https://x.example/a");
    private static final List<String> EVIL = List.of(
            "\n",
            "\r",
            "\u0000",
            "\u000b",
            "\u000c",
            "\u0085",
            "\u001b[2K",
            "\u007f",
            "-",
            "--",
            "-o",
            "..",
            "/",
            "/../",
            " ",
            "=",
            "*",
            ":",
            "\u202e",
            "\ud800",
            "%");

    private static Arbitrary<String> texts() {
        var piece = Arbitraries.oneOf(Arbitraries.of(GOOD), Arbitraries.of(EVIL));
        return Arbitraries.oneOf(
                piece.list().ofMaxSize(5).map(pieces -> String.join("", pieces)),
                Arbitraries.strings().ofMaxLength(12));
    }

    @ParameterizedTest
    @MethodSource("types")
    void no_accepted_text_holds_a_line_end_or_a_control_character_but_a_tab(Type type) {
        Property.forAll(
                texts(),
                text -> assertTrue(
                        !type.accepts(text)
                                || text.chars().noneMatch(letter -> Character.isISOControl(letter) && letter != '\t'),
                        text));
    }

    @ParameterizedTest
    @MethodSource("types")
    void no_accepted_name_begins_with_a_dash(Type type) {
        Property.forAll(
                texts(),
                text -> assertFalse(
                        type.inCommandLines() && text.startsWith("-") && type.accepts(text) && !isRootUnit(text),
                        text));
    }

    /** systemd's own names for the root of all mounts and of all slices, which always stand behind {@code --}. */
    private static boolean isRootUnit(String text) {
        return text.equals("-.mount") || text.equals("-.slice");
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_accepted_text_has_a_utf_8_form(Type type) {
        Property.forAll(
                texts(),
                text -> assertTrue(
                        !type.accepts(text)
                                || text.codePoints()
                                        .noneMatch(point -> Character.getType(point) == Character.SURROGATE),
                        text));
    }
}
