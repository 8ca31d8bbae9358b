package io.github.camelvtiger.simulator.seed;

import java.util.Map;

/** Preferences of users as an installation sets them. */
final class UserDefaults {

    static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("status", "Active"),
            Map.entry("activity_view", "This Week"),
            Map.entry("lead_view", "Today"),
            Map.entry("date_format", "yyyy-mm-dd"),
            Map.entry("currency_id", "21x1"),
            Map.entry("currency_decimal_separator", "."),
            Map.entry("currency_grouping_separator", ","),
            Map.entry("internal_mailer", "1"),
            Map.entry("language", "en_us"),
            Map.entry("dayoftheweek", "Sunday"),
            Map.entry("callduration", "5"),
            Map.entry("othereventduration", "5"),
            Map.entry("calendarsharedtype", "public"),
            Map.entry("default_record_view", "Summary"),
            Map.entry("leftpanelhide", "0"));

    static final Map<String, String> ADMINISTRATOR = Map.ofEntries(
            Map.entry("is_admin", "on"),
            Map.entry("is_owner", "1"),
            Map.entry("roleid", "H2"),
            Map.entry("hour_format", "12"),
            Map.entry("start_hour", "00:00"),
            Map.entry("end_hour", "23:00"),
            Map.entry("theme", "alphagrey"),
            Map.entry("reminder_interval", "1 Minute"),
            Map.entry("truncate_trailing_zeros", "1"),
            Map.entry("defaulteventstatus", "Planned"),
            Map.entry("defaultactivitytype", "Call"),
            Map.entry("defaultcalendarview", "MyCalendar"),
            Map.entry("defaultlandingpage", "Home"));

    static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("currency_grouping_pattern", "123,456,789"),
            Map.entry("currency_symbol_placement", "$1.0"),
            Map.entry("is_admin", "off"),
            Map.entry("roleid", "H5"),
            Map.entry("hour_format", "24"),
            Map.entry("start_hour", "09:00"),
            Map.entry("end_hour", "18:00"),
            Map.entry("theme", "softed"),
            Map.entry("reminder_interval", "15 Minutes"),
            Map.entry("truncate_trailing_zeros", "0"),
            Map.entry("rowheight", "medium"),
            Map.entry("hidecompletedevents", "0"));

    private UserDefaults() {}
}
