package dev.twinsync.os.desktop;

/**
 * Where dconf keeps one setting: {@code /org/gnome/desktop/interface/cursor-size}.
 *
 * @param folder begins and ends with a slash
 */
record DconfPath(String folder, String name) {

    /** As {@code dconf} takes it. */
    String text() {
        return folder + name;
    }

    /** As a heading of what {@code dconf load /} reads. */
    String heading() {
        return folder.length() == 1 ? "/" : folder.substring(1, folder.length() - 1);
    }
}
