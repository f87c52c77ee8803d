package org.wenda.run;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.wenda.channel.ChannelFactory;
import org.wenda.portal.Profile;
import org.wenda.portal.Target;
import org.wenda.words.Lang;

/**
 * What a run works with.
 *
 * @param channels how chatbots are talked to
 * @param pacer manners towards hosts
 * @param profiles how a target's chatbot was found last time
 * @param clock wall clock of this machine
 * @param lang the language in which reasons are kept
 * @param stop whoever wants the run to end says so here
 */
public record Means(
        ChannelFactory channels,
        Pacer pacer,
        Function<Target, Optional<Profile>> profiles,
        Clock clock,
        Lang lang,
        Stop stop) {}
