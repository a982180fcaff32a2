package dev.twinsync.domain.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What apt would read as something else than one package, in one version. */
class PackageInjectionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tzdata-",
                "tzdata:amd64-",
                "-oDir::Bin::Methods=/tmp",
                "-o",
                "--purge",
                "./x.deb",
                "/tmp/x.deb",
                "x.deb/",
                "pkg/release",
                "python3-y.*",
                "python3-?",
                "^lib",
                "lib$",
                "lib[ab]",
                "a|b",
                "task^",
                "~i",
                "?name(x)",
                "foo=1.0",
                "foo:",
                ":amd64",
                "foo:amd64:i386",
                "foo\u0000",
                "foo\u0000bar",
                "foo\n",
                "foo\nbar",
                "foo\r",
                "foo\u2028bar",
                "foo bar",
                " foo",
                "foo ",
                "Foo",
                "f",
                "",
                "f\u043eo",
                "foo\u200b",
                "foo\u202e",
                "foo\u001b[2K",
                "$(id)",
                "foo;id",
                "+foo",
                ".foo"
            })
    void a_name_that_apt_would_read_otherwise_is_refused(String name) {
        assertThrows(IllegalArgumentException.class, () -> new PackageName(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"g++", "libstdc++6", "libc6:i386", "python3.11", "0ad", "dpkg-dev", "libfoo++-dev", "a+"})
    void a_name_that_debian_allows_is_taken(String name) {
        assertEquals(name, new PackageName(name).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0 -o",
                " 1.0",
                "1.0 ",
                "1.0\n",
                "1.0\nhtop",
                "\n1.0",
                "1.0\u0000",
                "1.0\t",
                "-1.0",
                "1.0/stable",
                "1.0*",
                "1.0=2",
                "v1.0",
                "",
                "1.0\u202e",
                "1.0;id",
                "1.0_2"
            })
    void a_version_that_is_none_is_refused(String version) {
        assertThrows(IllegalArgumentException.class, () -> new PackageVersion(version));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1:2.30.2-1+deb12u1~bpo11+1", "0", "5.2.15-2+b13", "2.0~rc1", "1.10", "1:2:3"})
    void a_version_that_debian_allows_is_taken(String version) {
        assertEquals(version, new PackageVersion(version).text());
    }
}
