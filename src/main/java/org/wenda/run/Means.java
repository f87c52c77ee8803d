package org.wenda.run;

import java.time.Clock;
import org.wenda.channel.ChannelFactory;
import org.wenda.config.RoomSettings;
import org.wenda.evidence.BagTerms;
import org.wenda.portal.Profiles;
import org.wenda.words.Lang;

/**
 * What a run works with.
 *
 * @param channels how chatbots are talked to
 * @param pacer manners towards hosts
 * @param links how links are followed
 * @param scoring how targets are marked
 * @param mostClicks how many links of one conversation are clicked at most
 * @param profiles how the targets' chatbots were found last time
 * @param bags on what terms bundles are sealed
 * @param room what is done when the disk is full
 * @param clock wall clock of this machine
 * @param lang the language in which reasons are kept
 * @param stop whoever wants the run to end says so here
 */
public record Means(
        ChannelFactory channels,
        Pacer pacer,
        LinkStep links,
        Scoring scoring,
        int mostClicks,
        Profiles profiles,
        BagTerms bags,
        RoomSettings room,
        Clock clock,
        Lang lang,
        Stop stop) {}
