import { z } from 'zod';
import { clusters, faultTexts, linkUri, oneOfTypes, units } from './fields.ts';
import { limits } from './limits.ts';

const spoken = clusters(limits.spokenClusters);
const data = units(limits.postbackData);

const patterns = {
  date: /^(?:19|20|21)\d\d-\d\d-\d\d$/,
  time: /^(?:[01]\d|2[0-3]):[0-5]\d$/,
  datetime: /^(?:19|20|21)\d\d-\d\d-\d\d[Tt](?:[01]\d|2[0-3]):[0-5]\d$/,
} as const;
const lastDay = '2100-12-31';

function isMoment(mode: keyof typeof patterns, text: string): boolean {
  if (!patterns[mode].test(text)) return false;
  const day = text.slice(0, 10);
  if (mode === 'time') return true;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === day && day <= lastDay;
}

function postback(label: z.ZodType) {
  return z
    .strictObject({
      type: z.literal('postback'),
      label,
      data,
      displayText: spoken.optional(),
      text: spoken.optional(),
      inputOption: z.enum(['closeRichMenu', 'openRichMenu', 'openKeyboard', 'openVoice']).optional(),
      fillInText: spoken.optional(),
    })
    .superRefine((action, check) => {
      if (action.displayText !== undefined && action.text !== undefined)
        check.addIssue({ code: 'custom', path: ['text'], message: faultTexts.invalid });
      if (action.fillInText !== undefined && action.inputOption !== 'openKeyboard')
        check.addIssue({ code: 'custom', path: ['fillInText'], message: faultTexts.invalid });
    });
}

function datetimepicker(label: z.ZodType) {
  const moment = z.string().optional();
  return z
    .strictObject({
      type: z.literal('datetimepicker'),
      label,
      data,
      mode: z.enum(['date', 'time', 'datetime']),
      initial: moment,
      min: moment,
      max: moment,
    })
    .superRefine((action, check) => {
      for (const key of ['initial', 'min', 'max'] as const) {
        const value = action[key];
        if (value !== undefined && !isMoment(action.mode, value))
          check.addIssue({ code: 'custom', path: [key], message: faultTexts.invalid });
      }
      if (action.min !== undefined && action.max !== undefined && action.min >= action.max)
        check.addIssue({ code: 'custom', path: ['min'], message: faultTexts.invalid });
    });
}

function inEveryPlace(label: z.ZodType) {
  return [
    postback(label),
    datetimepicker(label),
    z.strictObject({ type: z.literal('message'), label, text: spoken }),
    z.strictObject({
      type: z.literal('uri'),
      label,
      uri: linkUri,
      altUri: z.strictObject({ desktop: linkUri.optional() }).optional(),
    }),
    z.strictObject({ type: z.literal('clipboard'), label, clipboardText: units(limits.clipboard) }),
  ] as const;
}

function onlyInQuickReplies(label: z.ZodType) {
  return (['camera', 'cameraRoll', 'location'] as const).map((type) =>
    z.strictObject({ type: z.literal(type), label }),
  );
}

const { template, imageCarousel, quickReply, flex } = limits.labelClusters;

export const templateAction = oneOfTypes(inEveryPlace(clusters(template)));
export const templateDefaultAction = oneOfTypes(inEveryPlace(clusters(template).optional()));
export const imageCarouselAction = oneOfTypes(inEveryPlace(clusters(imageCarousel).optional()));
export const flexButtonAction = oneOfTypes(inEveryPlace(clusters(flex)));
export const flexAction = oneOfTypes(inEveryPlace(clusters(flex).optional()));
export const quickReplyAction = oneOfTypes([
  ...inEveryPlace(clusters(quickReply)),
  ...onlyInQuickReplies(clusters(quickReply)),
]);
