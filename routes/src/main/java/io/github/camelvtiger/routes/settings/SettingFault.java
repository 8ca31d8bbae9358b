package io.github.camelvtiger.routes.settings;

/** What is wrong with a setting, in a sentence. */
public record SettingFault(String name, String sentence) {

    public String section() {
        return Setting.sectionOf(name);
    }
}
