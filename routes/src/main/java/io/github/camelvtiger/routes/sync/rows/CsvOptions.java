package io.github.camelvtiger.routes.sync.rows;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Optional;

/**
 * How CSV files are read.
 *
 * @param charset of a file that does not begin with a byte order mark
 * @param charsetSetting the setting that chooses it, for messages
 * @param separator of the cells; empty: found by looking. What the file declares wins
 * @param quiet how long a file must not have changed to count as complete
 */
public record CsvOptions(Charset charset, String charsetSetting, Optional<Separator> separator, Duration quiet) {}
