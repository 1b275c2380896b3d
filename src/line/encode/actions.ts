import type { messagingApi } from '@line/bot-sdk';
import type { Option } from '../../kernel/reply.ts';
import type { IsoDate } from '../../programme/ids.ts';
import { actPickerData, datePickerData, tapData } from '../postback.ts';
import { cutToClusters } from './cut.ts';
import type { Say } from './voice.ts';

/** LINE's limits of what a tap says, in clusters. */
const longestSpoken = 300;
const longestLabel = { quickReply: 20, flex: 40 };
const mostQuickReplies = 13;

type Picker = Extract<Option, { pick: 'camera' | 'cameraRoll' | 'location' }>['pick'];
/** These three are actions of quick replies only; elsewhere LINE's own addresses open the same screens. */
const screens: { readonly [P in Picker]: string } = {
  camera: 'https://line.me/R/nv/camera/',
  cameraRoll: 'https://line.me/R/nv/cameraRoll/single',
  location: 'https://line.me/R/nv/location/',
};

/** The buttons under a message; LINE shows those of the last message only. */
export function quickReply(options: readonly Option[], say: Say): messagingApi.QuickReply {
  return {
    items: options.slice(0, mostQuickReplies).map((option) => {
      const words = say(option.label);
      const label = cutToClusters(words, longestLabel.quickReply);
      const action =
        'pick' in option && option.pick !== 'date'
          ? { type: option.pick, label }
          : tapAction(option, words, label);
      return { type: 'action', action };
    }),
  };
}

/** What a button or row of a card does. */
export function flexAction(option: Option, say: Say): messagingApi.Action {
  const words = say(option.label);
  const label = cutToClusters(words, longestLabel.flex);
  return 'pick' in option && option.pick !== 'date'
    ? { type: 'uri', label, uri: screens[option.pick] }
    : tapAction(option, words, label);
}

type Tappable = Exclude<Option, { pick: Picker }>;

/** A tap says its whole label in the chat, so that the two look the same afterwards. */
function tapAction(option: Tappable, words: string, label: string): messagingApi.Action {
  const text = cutToClusters(words, longestSpoken);
  if ('pick' in option) return dateAction(option, text, label);
  const data = option.tap.kind === 'say' ? undefined : tapData(option.tap);
  // What has no room for its data is sent as its label, which does the same while it is shown.
  return data === undefined
    ? { type: 'message', label, text }
    : { type: 'postback', label, data, displayText: text };
}

function dateAction(
  option: Extract<Option, { pick: 'date' }>,
  text: string,
  label: string,
): messagingApi.Action {
  const data = 'draft' in option ? datePickerData(option.draft, option.step) : actPickerData(option);
  if (data === undefined) return { type: 'message', label, text };
  return { type: 'datetimepicker', label, data, mode: 'date', ...pickable(option) };
}

type Range = { initial?: IsoDate; min?: IsoDate; max?: IsoDate };

/** LINE refuses a picker whose dates lie outside its calendar or contradict one another. */
function pickable({ initial, min, max }: Range): Range {
  const known = (date: IsoDate | undefined) =>
    date && date >= '1900-01-01' && date <= '2100-12-31' ? date : undefined;
  const [from, to] = [known(min), known(max)];
  const ordered = from === undefined || to === undefined || from < to;
  const first = known(initial);
  const within = first && (!ordered || ((from ?? first) <= first && first <= (to ?? first)));
  return {
    ...(first && within ? { initial: first } : {}),
    ...(from && ordered ? { min: from } : {}),
    ...(to && ordered ? { max: to } : {}),
  };
}
