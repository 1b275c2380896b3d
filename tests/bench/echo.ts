/**
 * The bare echo bot to compare with: express, the SDK's middleware and its client, as LINE's own example has them.
 * It answers inside the request and stores nothing.
 */
import { messagingApi, middleware, type webhook } from '@line/bot-sdk';
import express from 'express';
import { channel } from './channel.ts';

const { LINE_API_BASE_URL: baseURL = '' } = process.env;
const client = new messagingApi.MessagingApiClient({ channelAccessToken: channel.token, baseURL });

async function echo(event: webhook.Event): Promise<void> {
  if (event.type !== 'message' || event.message.type !== 'text' || !event.replyToken) return;
  const { text } = event.message;
  await client.replyMessage({ replyToken: event.replyToken, messages: [{ type: 'text', text }] });
}

const app = express();
app.post('/webhook', middleware({ channelSecret: channel.secret }), async (request, response) => {
  const { events }: webhook.CallbackRequest = request.body;
  await Promise.all(events.map(echo));
  response.json({ status: 'success' });
});
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 });
});
process.on('disconnect', () => process.exit());
