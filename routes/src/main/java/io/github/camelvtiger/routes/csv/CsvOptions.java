package io.github.camelvtiger.routes.csv;

import java.nio.charset.Charset;
import java.time.Duration;

/**
 * How CSV files are read.
 *
 * @param charset of a file that does not begin with a byte order mark
 * @param charsetSetting the setting that chooses it, for messages
 * @param quiet how long a file must not have changed to count as complete
 */
public record CsvOptions(Charset charset, String charsetSetting, Duration quiet) {}
