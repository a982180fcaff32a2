package dev.twinsync.domain.secrets;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The words that names of secrets are made of, and those that say that a name or a value is of something else. */
final class SecretWords {

    /** What the name of a password ends with. */
    static final Set<String> PASSWORD_ENDS = words("""
            password passwords passwd passwort kennwort passphrase passcode pwd psk secret pass pw passw authtok""");

    /** Words that end so and mean something else. */
    static final Set<String> NO_PASSWORDS = words("""
            bypass nopasswd nopass compass trespass surpass encompass overpass multipass singlepass lastpass
            keepass firstpass fastpass""");

    /** What the name of a key or token ends with. */
    static final Set<String> KEY_ENDS = words("""
            token tokens apikey authkey accesskey secretkey privatekey privkey presharedkey masterkey
            encryptionkey accountkey sharedkey authtoken jwt mnemonic cred creds salt sessionid webhook""");

    /** Names of many things, among them keys. */
    static final Set<String> LONG_KEY_ENDS = words("""
            session cookie csrf signature sig credential credentials bearer""");

    /** Whose {@code key} is one. */
    static final Set<String> KEY_OWNERS = words("""
            api auth access private secret shared preshared encryption encrypt master signing license licence
            service account app application admin deploy storage session cookie client rpc noise hmac crypt
            crypto registry subscription integration write read stream user host server tsig psk site consumer
            project webhook push bot device security network nwk link s0 s2 backup vault unseal recovery
            transfer owner dd maps weather openweathermap owm""");

    /** Whose {@code key} a person picks. */
    static final Set<String> PASSWORD_KEY_OWNERS = words("""
            wep wpa leap wireless""");

    /** Whose {@code code} is one. */
    static final Set<String> CODE_OWNERS = words("""
            alarm door lock access disarm arm unlock gate garage pin panel security keypad master user entry otp
            setup pairing homekit""");

    /** Numbers that one types. */
    static final Set<String> CODES = words("""
            pin otp puk pincode passcode keycode alarmcode pins""");

    /** What begins so is a text to be shown, or says what becomes of a secret that stands elsewhere. */
    static final Set<String> NOT_OF_SECRETS = words("""
            label error message msg title help text placeholder tooltip description load import""");

    /** Behind these, {@code pass} is a verb or a way. */
    static final Set<String> PASSING = words("""
            proxy fastcgi uwsgi scgi grpc memcached ssl high low band first second by""");

    /** Of these, a key is nothing to hide. */
    static final Set<String> OPEN_KEYS = words("""
            public primary foreign cache sort partition gpg registry object unique index group route routing map
            lookup host known signed default recv send""");

    /** Behind these, what is meant is something about a secret and not the secret. */
    static final Set<String> ABOUT = words("""
            file files path dir folder flags type length len min max size age days count expiry expires
            expiration expire ttl timeout policy prompt required require enabled enable disabled authentication
            format method algorithm algo ref cmd command helper store manager agent provider hint field label
            attempts retries tries warn warning change changed history mode encoding source generator strength
            quality check checks reset rotation env var variable name names uri url endpoint location prefix
            suffix pattern regex lifetime validity audience issuer scope scopes bucket limit kind version group
            entity column table at on by fingerprint digest checksum usage request requests response auth access
            id ids aging address reqd hasher hashers hashing encryption management mgmt maps map filter header
            environment service sufficient failed failures failure login logins eval plugin module class schema""");

    /** A name may end with what tells one such value from another. */
    static final Set<String> VARIANTS = words("""
            prod production dev test staging live old new value main default primary secondary data base hex raw
            plain id""");

    /** Values that say something about a secret, and are none. */
    static final Set<String> NO_SECRETS = words("""
            true false yes no on off none null nil undefined empty default required optional sufficient
            requisite include substack disabled enabled ask prompt never always auto unset hidden redacted
            masked removed unknown invalid incorrect wrong missing expired failed failure denied rejected
            accepted changed updated string str char chauthtok account text bytes int bool object authentication
            file keyring for is was not and or the from of to in with has""");

    private SecretWords() {}

    private static Set<String> words(String text) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(text.split("\\s+"))));
    }
}
