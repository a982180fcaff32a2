package dev.twinsync.port.planted;

/** Breaks a rule on purpose. */
public final class LoadsCode {
    public Class<?> load(String name) throws ClassNotFoundException {
        return Class.forName(name);
    }
}
