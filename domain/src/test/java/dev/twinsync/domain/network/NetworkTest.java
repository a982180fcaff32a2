package dev.twinsync.domain.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.twinsync.domain.Action;
import dev.twinsync.domain.Kind;
import dev.twinsync.domain.KindLaws;
import dev.twinsync.domain.Observation;
import dev.twinsync.domain.Step;
import dev.twinsync.domain.gvariant.GType;
import dev.twinsync.domain.network.DesiredProfile.Absent;
import dev.twinsync.domain.network.DesiredProfile.Present;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

public class NetworkTest extends KindLaws<DesiredProfile, LiveProfile, NetworkAction> {

    private static final NetworkProfiles NETWORK = new NetworkProfiles();
    private static final ProfileUuid HOME = new ProfileUuid("0c903f3c-5b8e-4c1d-9d0a-3a1f5ce3b1aa");
    private static final ProfileUuid OFFICE = new ProfileUuid("11111111-2222-3333-4444-555555555555");
    private static final ProfileType ETHERNET = new ProfileType("ethernet");
    private static final SecretKey PSK = SecretKey.parse("wifi-security.psk");
    private static final SecretFiles PSK_FILE = new SecretFiles(Map.of(PSK, new SecretFile("/root/.home-psk")));

    @Override
    protected Kind<DesiredProfile, LiveProfile, NetworkAction> kind() {
        return NETWORK;
    }

    private static Arbitrary<ProfileUuid> uuid() {
        return Arbitraries.of(HOME, OFFICE);
    }

    private static Arbitrary<ProfileName> id() {
        return Arbitraries.of("Home", "Home: \\LAN \"1\"", "é #").map(ProfileName::new);
    }

    private static Arbitrary<ProfileType> type() {
        return Arbitraries.of("ethernet", "ethernet", "ethernet", "wifi", "wireguard")
                .map(ProfileType::new);
    }

    private static Arbitrary<Optional<InterfaceName>> interfaceName() {
        return Arbitraries.of("eth0", "br-lan").map(InterfaceName::new).optional();
    }

    private static Arbitrary<SecretFiles> secrets() {
        return Arbitraries.of(SecretFiles.NONE, SecretFiles.NONE, PSK_FILE);
    }

    private static Arbitrary<Profile> profile() {
        return Combinators.combine(
                        uuid(),
                        id(),
                        type(),
                        interfaceName(),
                        Arbitraries.of(true, false),
                        Arbitraries.of(0, 10, -999),
                        SampleSettings.any())
                .as(Profile::new);
    }

    @Override
    protected Arbitrary<DesiredProfile> wish() {
        Arbitrary<DesiredProfile> present = Combinators.combine(
                        profile(), Arbitraries.of(true, false).list().ofSize(3), SampleSettings.any(), secrets())
                .as((profile, said, settings, secrets) -> new Present(
                        profile.id(),
                        profile.uuid(),
                        profile.type(),
                        profile.interfaceName(),
                        Optional.of(profile.autoconnect()).filter(_ -> said.get(0)),
                        Optional.of(profile.priority()).filter(_ -> said.get(1)),
                        said.get(2),
                        settings,
                        secrets));
        Arbitrary<DesiredProfile> absent =
                Combinators.combine(id().optional(), uuid()).as(Absent::new);
        return Arbitraries.frequencyOf(Tuple.of(4, present), Tuple.of(1, absent));
    }

    @Override
    protected Arbitrary<LiveProfile> seen() {
        var keeper = Arbitraries.of(LiveProfile.Keeper.NETPLAN).optional(0.1);
        return Combinators.combine(profile(), keeper).as(LiveProfile::new);
    }

    @Override
    protected Arbitrary<NetworkAction> action() {
        return Combinators.combine(profile(), secrets(), Arbitraries.integers().between(0, 2))
                .as((profile, secrets, op) -> switch (op) {
                    case 0 -> new NetworkAction.Add(profile, secrets);
                    case 1 -> new NetworkAction.Change(profile, secrets);
                    default -> new NetworkAction.Remove(profile.uuid(), profile.id(), secrets.equals(PSK_FILE));
                });
    }

    @Override
    protected boolean agrees(DesiredProfile wish, Optional<LiveProfile> found) {
        return switch (wish) {
            case Absent _ -> found.isEmpty();
            case Present present ->
                found.filter(live -> agrees(present, live.profile())).isPresent();
        };
    }

    private static boolean agrees(Present wish, Profile found) {
        boolean lines = wish.id().equals(found.id())
                && wish.type().equals(found.type())
                && wish.autoconnect().orElse(found.autoconnect()) == found.autoconnect()
                && wish.priority().orElse(found.priority()) == found.priority();
        boolean sameInterface = wish.interfaceName().equals(found.interfaceName())
                || !wish.exact() && wish.interfaceName().isEmpty();
        boolean settings = wish.settings().keys().allMatch(key -> isAs(wish.settings(), key, found.settings()));
        boolean nothingElse =
                found.settings().keys().allMatch(key -> wish.settings().get(key).isPresent());
        return lines && sameInterface && settings && (nothingElse || !wish.exact());
    }

    private static boolean isAs(Settings wished, SettingKey key, Settings found) {
        var value = wished.get(key).orElseThrow();
        return found.get(key)
                .map(value::equals)
                .orElseGet(() -> SampleSettings.DEFAULTS.stream()
                        .anyMatch(other -> key.equals(new SettingKey(other.section(), other.key()))
                                && other.value().equals(value)));
    }

    private static LiveProfile ethernet(Settings settings) {
        return new LiveProfile(
                new Profile(HOME, new ProfileName("Home"), ETHERNET, Optional.empty(), true, 0, settings),
                Optional.empty());
    }

    private static Present wish(ProfileType type, Settings settings, SecretFiles secrets) {
        return new Present(
                new ProfileName("Home"),
                HOME,
                type,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                settings,
                secrets);
    }

    private static Step<NetworkAction> onlyStep(DesiredProfile wish, LiveProfile... live) {
        var steps = NETWORK.plan(List.of(wish), new Observation.Seen<>(List.of(live)));
        assertEquals(1, steps.size(), steps::toString);
        return steps.getFirst();
    }

    private static String whyBlocked(DesiredProfile wish, LiveProfile... live) {
        Step.Blocked<?> blocked = assertInstanceOf(Step.Blocked.class, onlyStep(wish, live));
        return blocked.reason();
    }

    @Test
    void what_is_not_named_stays_as_it_is() {
        var seen = ethernet(SampleSettings.of(
                "ipv4", "method", SampleSettings.text("auto"), "ipv4", "dns-data", SampleSettings.texts("9.9.9.9")));
        var wish = wish(ETHERNET, SampleSettings.of("ipv4", "method", SampleSettings.text("manual")), SecretFiles.NONE);
        var expected = new Profile(
                HOME,
                new ProfileName("Home"),
                ETHERNET,
                Optional.empty(),
                true,
                0,
                SampleSettings.of(
                        "ipv4",
                        "method",
                        SampleSettings.text("manual"),
                        "ipv4",
                        "dns-data",
                        SampleSettings.texts("9.9.9.9")));
        assertEquals(
                new Step.Do<>(
                        new NetworkAction.Change(expected, SecretFiles.NONE), "declared with another ipv4.method"),
                onlyStep(wish, seen));
    }

    @Test
    void a_setting_that_was_added_is_taken_back_by_an_undo() {
        var before = ethernet(SampleSettings.of("ipv4", "method", SampleSettings.text("auto")));
        var wish =
                wish(ETHERNET, SampleSettings.of("ipv4", "gateway", SampleSettings.text("10.0.0.1")), SecretFiles.NONE);
        Step.Do<NetworkAction> done = assertDo(onlyStep(wish, before));
        assertEquals(Action.Undo.EXACT, done.action().undo());
        var after = NETWORK.after(Optional.of(before), done.action()).orElseThrow();
        Step.Do<NetworkAction> undone = assertDo(onlyStep(NETWORK.adopt(before), after));
        assertEquals(Optional.of(before), NETWORK.after(Optional.of(after), undone.action()));
    }

    @SuppressWarnings("unchecked") // the steps of this kind have no other actions
    private static Step.Do<NetworkAction> assertDo(Step<NetworkAction> step) {
        return assertInstanceOf(Step.Do.class, step);
    }

    @Test
    void a_profile_of_netplan_is_not_touched_and_says_where_to_change_it() {
        var seen = new LiveProfile(ethernet(Settings.NONE).profile(), Optional.of(LiveProfile.Keeper.NETPLAN));
        var wish = wish(ETHERNET, SampleSettings.of("ipv4", "method", SampleSettings.text("auto")), SecretFiles.NONE);
        var reason =
                "netplan makes this profile anew at every start; change it in /etc/netplan, then run: netplan apply";
        assertEquals(reason, whyBlocked(wish, seen));
        assertEquals(reason, whyBlocked(new Absent(Optional.empty(), HOME), seen));
        assertEquals(Optional.empty(), NETWORK.firstWish(seen));
        assertEquals(List.of(), NETWORK.plan(List.of(NETWORK.adopt(seen)), new Observation.Seen<>(List.of(seen))));
    }

    @Test
    void a_profile_that_changes_its_type_is_blocked() {
        var reason =
                whyBlocked(wish(new ProfileType("wifi"), Settings.NONE, SecretFiles.NONE), ethernet(Settings.NONE));
        assertTrue(reason.contains("of the type ethernet"), reason);
    }

    private static Settings wifi(String keyManagement, Object... rest) {
        return SampleSettings.of("wifi-security", "key-mgmt", SampleSettings.text(keyManagement), rest);
    }

    @ParameterizedTest
    @CsvSource({"wpa-psk,wifi-security.psk", "sae,wifi-security.psk", "none,wifi-security.wep-key0"})
    void a_new_network_without_the_file_of_its_password_is_blocked_with_the_line_to_write(String way, String secret) {
        var reason = whyBlocked(wish(new ProfileType("wifi"), wifi(way), SecretFiles.NONE));
        assertTrue(reason.contains("under secrets, as " + secret + ": {file: /root/.secret}"), reason);
    }

    @Test
    void a_new_network_with_the_file_of_its_password_is_added_and_the_action_names_only_the_file() {
        var step = assertDo(onlyStep(wish(new ProfileType("wifi"), wifi("wpa-psk"), PSK_FILE)));
        assertEquals(
                PSK_FILE,
                assertInstanceOf(NetworkAction.Add.class, step.action()).secrets());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void a_password_that_somebody_else_keeps_needs_no_file(int flags) {
        var settings = wifi("wpa-psk", "wifi-security", "psk-flags", SampleSettings.whole(GType.Basic.UINT32, flags));
        assertDo(onlyStep(wish(new ProfileType("wifi"), settings, SecretFiles.NONE)));
    }

    @Test
    void of_several_secrets_that_would_do_one_is_enough() {
        var settings = SampleSettings.of("802-1x", "eap", SampleSettings.texts("peap"));
        assertTrue(whyBlocked(wish(ETHERNET, settings, SecretFiles.NONE)).contains("802-1x.password:"));
        var raw = new SecretFiles(Map.of(SecretKey.parse("802-1x.password-raw"), new SecretFile("/root/x")));
        assertDo(onlyStep(wish(ETHERNET, settings, raw)));
        assertDo(onlyStep(
                wish(ETHERNET, SampleSettings.of("802-1x", "eap", SampleSettings.texts("tls")), SecretFiles.NONE)));
    }

    @ParameterizedTest
    @CsvSource({"wireguard,wireguard.private-key", "pppoe,pppoe.password"})
    void a_new_profile_of_a_type_that_needs_a_secret_is_blocked_without(String type, String secret) {
        var reason = whyBlocked(wish(new ProfileType(type), Settings.NONE, SecretFiles.NONE));
        assertTrue(reason.contains(secret + ": {file"), reason);
    }

    @Test
    void a_change_asks_for_no_secret_that_was_needed_before_and_for_one_that_is_needed_from_now_on() {
        var wifi = new ProfileType("wifi");
        var open = new LiveProfile(
                new Profile(HOME, new ProfileName("Home"), wifi, Optional.empty(), true, 0, Settings.NONE),
                Optional.empty());
        var closed = new LiveProfile(
                new Profile(HOME, new ProfileName("Home"), wifi, Optional.empty(), true, 0, wifi("wpa-psk")),
                Optional.empty());
        assertTrue(whyBlocked(wish(wifi, wifi("sae"), SecretFiles.NONE), open).contains("wifi-security.psk"));
        assertDo(onlyStep(wish(wifi, wifi("sae"), SecretFiles.NONE), closed));
    }

    @Test
    void a_change_that_puts_in_another_secret_cannot_be_taken_back_exactly() {
        var profile = ethernet(Settings.NONE).profile();
        assertEquals(Action.Undo.EXACT, new NetworkAction.Change(profile, SecretFiles.NONE).undo());
        assertEquals(Action.Undo.BEST_EFFORT, new NetworkAction.Change(profile, PSK_FILE).undo());
    }

    @Test
    void a_removal_that_takes_secrets_with_it_cannot_be_taken_back_exactly() {
        var wifi = new LiveProfile(
                new Profile(
                        HOME,
                        new ProfileName("Home"),
                        new ProfileType("wifi"),
                        Optional.empty(),
                        true,
                        0,
                        wifi("wpa-psk")),
                Optional.empty());
        var absent = new Absent(Optional.empty(), HOME);
        assertEquals(
                Action.Undo.BEST_EFFORT,
                assertDo(onlyStep(absent, wifi)).action().undo());
        assertEquals(
                Action.Undo.EXACT,
                assertDo(onlyStep(absent, ethernet(Settings.NONE))).action().undo());
    }

    @Test
    void a_tunnel_of_which_nothing_but_its_key_is_set_has_a_secret_to_lose() {
        var tunnel = new Profile(
                HOME, new ProfileName("Home"), new ProfileType("wireguard"), Optional.empty(), true, 0, Settings.NONE);
        assertTrue(tunnel.mayHoldSecrets());
    }

    @Test
    void all_actions_are_of_one_stage_and_only_a_removal_takes_away() {
        var profile = ethernet(Settings.NONE).profile();
        var add = new NetworkAction.Add(profile, SecretFiles.NONE);
        var change = new NetworkAction.Change(profile, SecretFiles.NONE);
        var remove = new NetworkAction.Remove(HOME, profile.id(), false);
        for (NetworkAction action : List.of(add, change, remove)) {
            assertEquals(Action.Stage.NETWORK, action.stage());
            assertEquals(action == remove, action.takesAway());
            assertEquals(action == add ? Action.Risk.MEDIUM : Action.Risk.HIGH, action.risk());
        }
    }

    @Test
    void a_profile_that_networkmanager_completes_is_what_was_foretold_and_one_that_lacks_something_is_not() {
        var foretold = ethernet(SampleSettings.of("ipv4", "gateway", SampleSettings.text("10.0.0.1")));
        var completed = ethernet(SampleSettings.of(
                "ipv4", "gateway", SampleSettings.text("10.0.0.1"), "ipv6", "method", SampleSettings.text("auto")));
        var other = ethernet(SampleSettings.of("ipv4", "gateway", SampleSettings.text("10.0.0.2")));
        var renamed = new LiveProfile(
                new Profile(
                        HOME,
                        new ProfileName("Other"),
                        ETHERNET,
                        Optional.empty(),
                        true,
                        0,
                        foretold.profile().settings()),
                Optional.empty());
        assertTrue(NETWORK.fulfils(Optional.of(foretold), Optional.of(completed)));
        assertFalse(NETWORK.fulfils(Optional.of(completed), Optional.of(foretold)));
        assertFalse(NETWORK.fulfils(Optional.of(foretold), Optional.of(other)));
        assertFalse(NETWORK.fulfils(Optional.of(foretold), Optional.of(renamed)));
        assertFalse(NETWORK.fulfils(Optional.of(foretold), Optional.empty()));
        assertFalse(NETWORK.fulfils(Optional.empty(), Optional.of(foretold)));
        assertTrue(NETWORK.fulfils(Optional.empty(), Optional.empty()));
    }

    private static final String MASK = "‹secret 0123456789abcdef›";

    private static Settings proxy(String url, Object... rest) {
        return SampleSettings.of("proxy", "pac-url", SampleSettings.text(url), rest);
    }

    @Test
    void a_mask_is_never_written_into_a_profile() {
        var url = "http://me:" + MASK + "@proxy/";
        assertTrue(whyBlocked(wish(ETHERNET, proxy(url), SecretFiles.NONE)).contains("a mask stands in place"));
        assertTrue(whyBlocked(wish(ETHERNET, proxy(url), SecretFiles.NONE), ethernet(proxy("http://proxy/")))
                .contains("proxy.pac-url"));
        assertDo(onlyStep(
                wish(ETHERNET, proxy(url, "proxy", "browser-only", SampleSettings.truth(true)), SecretFiles.NONE),
                ethernet(proxy(url))));
    }
}
